// The page's words in Dutch.
export default {
  lang: 'nl',
  dir: 'ltr',

  days: { weekday: '{day}', date: 'op {day}', at: '{day} om {time}' },

  views: { account: 'Uw account', orders: 'Bestellingen', billing: 'Facturen', onboarding: 'Aan de slag' },

  signIn: {
    account: 'Bekijk hier uw bestellingen en facturen',
    orders: 'Bekijk waar uw bestellingen zijn',
    billing: 'Bekijk hier uw abonnement en facturen',
    onboarding: 'Bekijk hier uw volgende stappen',
  },
  empty: {
    account: { title: 'Hier is nog niets', text: 'Hier ziet u uw bestellingen, facturen en volgende stappen.' },
    orders: {
      title: 'Nog geen bestellingen',
      text: 'Hier ziet u uw bestellingen, waar ze zijn en wanneer ze aankomen.',
    },
    billing: { title: 'Nog geen facturen', text: 'Hier ziet u uw abonnement, uw facturen en hoe u betaalt.' },
    onboarding: { title: 'Niets in te stellen', text: 'Als u iets moet doen, ziet u het hier.' },
  },

  notices: {
    standalone: {
      title: 'Open deze pagina in de chat op {site}',
      text: 'Uw account verschijnt als de chat de pagina heeft geopend.',
    },
    untold: { title: 'Uw account is niet geladen', text: 'Sluit de chat en open hem opnieuw.' },
    anonymous: { text: 'Log in een nieuw tabblad in bij {site} en kom dan terug.' },
    unverified: {
      title: 'Bevestig dat u het bent',
      text: 'Log in een nieuw tabblad in bij {site} en kom dan terug. Uw account verschijnt hier.',
    },
    mismatch: {
      title: 'U bent bij {site} ingelogd met een ander account',
      text: 'Deze chat hoort bij een ander account. Log daarmee in bij {site} en kom dan terug.',
    },
    offline: { title: 'U bent offline', text: 'Uw account verschijnt zodra er weer verbinding is.' },
    refused: {
      title: 'We konden niet bevestigen dat u het bent',
      text: 'Probeer het opnieuw of log nog een keer in bij {site}.',
    },
    busy: { title: 'Een ogenblik, alstublieft', text: 'Dat ging iets te snel.' },
    unavailable: {
      title: 'We kunnen uw account nu niet tonen',
      text: 'Er is niets verloren. Probeer het zo nog eens.',
    },
    help: 'Of ga terug en stuur ons een bericht.',
    question: 'Een vraag? Ga terug en stuur ons een bericht.',
  },

  actions: {
    signIn: 'Inloggen bij {site}',
    visit: 'Naar {site}',
    retry: 'Opnieuw proberen',
    retryIn: 'Opnieuw proberen over {seconds} s',
    retryingIn: 'Nieuwe poging over {seconds} s',
  },

  page: {
    loading: 'Uw account wordt geladen',
    newTab: '(opent in een nieuw tabblad)',
    updated: { one: '{n} minuut geleden bijgewerkt', other: '{n} minuten geleden bijgewerkt' },
    updatedNow: 'Zojuist bijgewerkt',
    stale: 'Bijwerken is niet gelukt. {age}',
    notYou: 'Bent u dit niet?',
    notYouHow: 'Log uit bij {site} en log in met uw eigen account; deze pagina volgt.',
  },

  attention: {
    payment_failed: 'Uw kaart is {date} geweigerd',
    parcel_late: 'Bestelling {number} is vertraagd',
    task_blocked: '{title}: wacht',
    card_expires_before_renewal: 'Uw kaart verloopt vóór de volgende betaling',
    trial_ends: 'Uw proefperiode eindigt {day}',
    seats_full: { one: 'Uw plaats is bezet', other: 'Alle {n} plaatsen zijn bezet' },
    updateCard: 'Kaart wijzigen',
    pay: 'Nu betalen',
    manage: 'Abonnement beheren',
    show: 'Bekijken',
  },

  orders: {
    title: 'Bestelling {number}',
    placed: 'Besteld {day}',
    more: { one: 'nog {n} onderweg', other: 'nog {n} onderweg' },
    none: 'nog geen',
    status: {
      processing: 'Wordt ingepakt', shipped: 'Verzonden', out_for_delivery: 'Bij de bezorger', delivered: 'Bezorgd',
      cancelled: 'Geannuleerd', returned: 'Geretourneerd',
      preparing: 'Wordt ingepakt', in_transit: 'Verzonden', ready_for_pickup: 'Klaar om af te halen',
      failed: 'Bezorging mislukt',
    },
    late: 'Vertraagd',
    step: 'Stap {step} van {total}: {word}',
    arrives: 'Komt {day}',
    arrivesBy: 'Komt {day} voor {time}',
    arrived: 'Aangekomen {day} om {time}',
    expected: 'Werd {day} verwacht',
    pickup: 'Ligt voor u klaar',
    failed: 'De bezorger kon het niet afgeven',
    undated: 'We laten u de dag weten bij verzending',
    parcel: 'Pakket {parcel} van {total}',
    track: 'Pakket volgen',
    earlier: { one: '{n} eerdere melding', other: '{n} eerdere meldingen' },
    times: '{quantity} × {price}',
    total: 'Totaal',
    details: 'Details van de bestelling',
    older: 'Eerdere bestellingen',
    all: 'Alle bestellingen',
  },

  billing: {
    price: { month: '{amount} per maand', year: '{amount} per jaar' },
    status: {
      trialing: 'Proefperiode', active: 'Actief', past_due: 'Betaling te laat', paused: 'Gepauzeerd',
      cancelled: 'Opgezegd',
    },
    renews: 'wordt {date} verlengd',
    trialEnds: 'proefperiode eindigt {day}',
    ends: 'eindigt {date}',
    ended: 'eindigde {date}',
    seats: { one: '{used} van {n} plaats in gebruik', other: '{used} van {n} plaatsen in gebruik' },
    usage: '{name}: {used} {unit}',
    usageOf: '{name}: {used} van {included} {unit}',
    resets: 'begint {date} opnieuw',
    paid: 'betaald',
    due: '{amount} te betalen',
    dueOn: 'vervalt {date}',
    declined: 'kaart {date} geweigerd',
    card: '{brand} eindigend op {last4}',
    anyCard: 'Kaart',
    expires: 'geldig tot {month}',
    invoices: 'Facturen',
    noInvoices: 'Nog geen facturen',
    invoice: { open: 'Te betalen', overdue: 'Te laat', paid: 'Betaald', void: 'Vervallen', uncollectible: 'Afgeboekt' },
    all: 'Alle facturen',
  },

  onboarding: {
    done: '{done} van {total} gedaan',
    allDone: 'Alle {total} gedaan',
    blocked: { one: '{n} wacht', other: '{n} wachten' },
    isBlocked: 'Wacht',
    owner: {
      you: 'U kunt dit oplossen',
      us: '{site} werkt eraan; u hoeft niets te doen',
      third_party: 'Wacht op iemand buiten {site}',
    },
    todo: 'Te doen',
    due: 'Uiterlijk {day}',
    wasDue: 'Moest {day} klaar zijn',
    open: 'Stap openen',
    finished: { one: '{n} gedaan', other: '{n} gedaan' },
  },
};
