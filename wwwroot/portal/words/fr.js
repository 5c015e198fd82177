// The page's words in French.
export default {
  lang: 'fr',
  dir: 'ltr',

  days: { weekday: '{day}', date: 'le {day}', at: '{day} à {time}' },

  views: { account: 'Votre compte', orders: 'Commandes', billing: 'Facturation', onboarding: 'Premiers pas' },

  signIn: {
    account: 'Voyez ici vos commandes et vos factures',
    orders: 'Voyez où en sont vos commandes',
    billing: 'Voyez ici votre formule et vos factures',
    onboarding: 'Voyez ici vos prochaines étapes',
  },
  empty: {
    account: { title: 'Rien pour le moment', text: 'Vos commandes, factures et prochaines étapes seront ici.' },
    orders: {
      title: 'Aucune commande pour le moment',
      text: 'Vous verrez ici vos commandes, où elles sont et quand elles arrivent.',
    },
    billing: {
      title: 'Aucune facture pour le moment',
      text: 'Vous verrez ici votre formule, vos factures et votre moyen de paiement.',
    },
    onboarding: { title: 'Rien à configurer', text: 'Si vous avez quelque chose à faire, ce sera ici.' },
  },

  notices: {
    standalone: {
      title: 'Ouvrez cette page depuis le chat sur {site}',
      text: 'Votre compte apparaît quand le chat l’a ouverte.',
    },
    apart: {
      title: 'Votre compte nécessite le site de {site}',
      text: 'Ouvrez {site} dans votre navigateur, connectez-vous et ouvrez-y le chat.',
    },
    untold: { title: 'Votre compte ne s’est pas chargé', text: 'Fermez le chat et ouvrez-le de nouveau.' },
    anonymous: { text: 'Connectez-vous à {site} dans un nouvel onglet, puis revenez.' },
    unverified: {
      title: 'Confirmez que c’est bien vous',
      text: 'Connectez-vous à {site} dans un nouvel onglet, puis revenez. Votre compte apparaît ici.',
    },
    mismatch: {
      title: 'Vous êtes connecté à {site} avec un autre compte',
      text: 'Ce chat est lié à un compte différent. Connectez-vous à {site} avec celui-ci, puis revenez.',
    },
    offline: { title: 'Vous êtes hors ligne', text: 'Votre compte apparaît dès que la connexion est rétablie.' },
    refused: {
      title: 'Nous n’avons pas pu confirmer que c’est vous',
      text: 'Réessayez, ou connectez-vous encore une fois à {site}.',
    },
    busy: { title: 'Un instant, s’il vous plaît', text: 'C’était un peu rapide.' },
    unavailable: {
      title: 'Nous ne pouvons pas afficher votre compte pour l’instant',
      text: 'Rien n’est perdu. Réessayez dans un moment.',
    },
    help: 'Ou revenez en arrière et écrivez-nous un message.',
    question: 'Une question ? Revenez en arrière et écrivez-nous un message.',
  },

  actions: {
    signIn: 'Se connecter à {site}',
    visit: 'Aller sur {site}',
    retry: 'Réessayer',
    retryIn: 'Réessayer dans {seconds} s',
    retryingIn: 'Nouvel essai dans {seconds} s',
  },

  page: {
    loading: 'Chargement de votre compte',
    newTab: '(s’ouvre dans un nouvel onglet)',
    updated: {
      one: 'Mis à jour il y a {n} minute', many: 'Mis à jour il y a {n} de minutes',
      other: 'Mis à jour il y a {n} minutes',
    },
    updatedNow: 'Mis à jour à l’instant',
    stale: 'Mise à jour impossible. {age}',
    notYou: 'Ce n’est pas vous ?',
    notYouHow: 'Déconnectez-vous de {site} et connectez-vous avec votre propre compte ; cette page suivra.',
  },

  ask: { about: 'Poser une question à ce sujet', failed: 'Cela n’a pas pu être noté.' },

  attention: {
    card_expires_before_renewal: 'Votre carte expire avant le prochain paiement',
    trial_ends: 'Votre essai se termine {day}',
    seats_full: {
      one: 'Votre place est prise', many: 'Les {n} de places sont prises', other: 'Les {n} places sont prises',
    },
    updateCard: 'Changer de carte',
    addCard: 'Ajouter une carte pour garder {plan}',
    addSeats: 'Ajouter des places',
    pay: 'Payer {amount}',
    manage: 'Gérer la formule',
    restart: 'Se réabonner',
    see: { orders: 'Voir la commande', billing: 'Voir la facture', onboarding: 'Voir l’étape' },
    show: 'Voir',
  },

  orders: {
    title: 'Commande {number}',
    placed: 'Passée {day}',
    more: { one: '{n} autre en route', many: '{n} d’autres en route', other: '{n} autres en route' },
    none: 'aucune pour le moment',
    status: {
      processing: 'Préparation', shipped: 'Expédiée', out_for_delivery: 'En livraison', delivered: 'Livrée',
      cancelled: 'Annulée', returned: 'Retournée',
      preparing: 'Préparation', in_transit: 'Expédiée', ready_for_pickup: 'À retirer',
      failed: 'Échec de livraison',
      exception: 'Bloquée',
    },
    exception: {
      customs: 'Retenue à la douane', damaged: 'Endommagée en route', lost: 'Perdue en route',
      returned_to_sender: 'De retour vers {site}',
    },
    step: 'Étape {step} sur {total} : {word}',
    arrives: 'Arrive {day}',
    arrivesFrom: 'Arrive {day} à partir de {time}',
    arrivesBy: 'Arrive {day} avant {time}',
    arrivesBetween: 'Arrive {day} entre {from} et {time}',
    arrived: 'Arrivée {day} à {time}',
    expected: 'En retard : attendue {day}',
    silent: {
      one: 'Sans nouvelles depuis {n} jour', many: 'Sans nouvelles depuis {n} de jours',
      other: 'Sans nouvelles depuis {n} jours',
    },
    seen: { in_transit: 'Vue en dernier à {place}', out_for_delivery: 'Avec le livreur à {place}' },
    notHome: 'Personne n’était là {date}',
    newDay: 'Choisir un autre jour',
    undated: 'Nous vous dirons le jour à l’expédition',
    parcel: 'Colis {parcel} sur {total}',
    track: 'Suivre chez {carrier}',
    trackAny: 'Suivre le colis',
    proof: 'Preuve de livraison',
    earlier: {
      one: '{n} étape précédente', many: '{n} d’étapes précédentes', other: '{n} étapes précédentes',
    },
    each: '{price} pièce',
    total: 'Montant total',
    details: 'Détails de la commande',
    older: 'Commandes précédentes',
    all: 'Toutes les commandes',
  },

  refund: {
    title: 'Remboursement',
    status: {
      requested: 'Demandé', approved: 'Accepté', on_the_way: 'En cours', received: 'Retour reçu',
      refunded: 'Remboursé', declined: 'Refusé',
    },
    says: {
      requested: 'Remboursement de {amount} demandé', approved: 'Remboursement de {amount} accepté',
      on_the_way: 'Remboursement de {amount} en cours', received: 'Retour reçu, remboursement de {amount} à venir',
      declined: 'Remboursement de {amount} refusé',
    },
    done: '{amount} remboursés {date}',
    on: '{date}',
  },

  billing: {
    price: { month: '{amount} par mois', year: '{amount} par an' },
    status: {
      trialing: 'Essai', active: 'Actif', past_due: 'Paiement en retard', paused: 'En pause', cancelled: 'Résilié',
    },
    renews: 'Renouvellement {date}',
    trialEnds: 'L’essai se termine {day}',
    ends: 'Prend fin {date}',
    ended: 'A pris fin {date}',
    next: 'Prochain paiement',
    seats: {
      one: '{used} place sur {n} utilisée', many: '{used} places sur {n} utilisées',
      other: '{used} places sur {n} utilisées',
    },
    usage: '{name} : {used} {unit}',
    usageOf: '{name} : {used} sur {included} {unit}',
    resets: 'remise à zéro {date}',
    near: 'Presque épuisé',
    over: 'Limite dépassée',
    credit: 'Solde créditeur',
    debt: 'Reste à payer',
    toPay: '{amount} à payer',
    due: 'À régler {date}',
    declined: 'Votre carte a été refusée {date}',
    card: '{brand} se terminant par {last4}',
    anyCard: 'Carte',
    expires: 'expire en {month}',
    invoices: 'Factures',
    noInvoices: 'Aucune facture pour le moment',
    kind: { invoice: 'Facture', receipt: 'Reçu', credit_note: 'Avoir' },
    invoice: {
      open: 'À payer', overdue: 'En retard', paid: 'Payée', void: 'Annulée', uncollectible: 'Passée en perte',
    },
    all: 'Toutes les factures',
  },

  hidden: {
    billing: 'Demandez à {who}, qui voit la facturation',
    orders: 'Demandez à {who}, qui voit les commandes',
    unknown: 'Demandez à la personne qui gère votre compte',
  },

  onboarding: {
    done: '{done} sur {total} terminées',
    allDone: 'Les {total} terminées',
    needsYou: 'À vous de jouer',
    next: 'Prochaine étape',
    later: 'Ensuite',
    waiting: 'Rien à faire pour vous',
    us: '{site} s’en occupe',
    due: 'À faire pour {day}',
    wasDue: 'Était à faire pour {day}',
    optional: 'Facultatif',
    skipped: 'Ignorée',
    finished: { one: '{n} terminée', many: '{n} terminées', other: '{n} terminées' },
    allSet: 'Tout est prêt. Il ne reste rien à faire',
  },
};
