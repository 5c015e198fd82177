// The page's words in German.
export default {
  lang: 'de',
  dir: 'ltr',

  days: { weekday: 'am {day}', date: 'am {day}', at: '{day} um {time}' },

  views: { account: 'Ihr Konto', orders: 'Bestellungen', billing: 'Abrechnung', onboarding: 'Erste Schritte' },

  signIn: {
    account: 'Ihre Bestellungen und Rechnungen auf einen Blick',
    orders: 'Sehen Sie, wo Ihre Bestellungen sind',
    billing: 'Ihr Tarif und Ihre Rechnungen auf einen Blick',
    onboarding: 'Ihre nächsten Schritte auf einen Blick',
  },
  empty: {
    account: { title: 'Noch nichts da', text: 'Hier sehen Sie Ihre Bestellungen, Rechnungen und nächsten Schritte.' },
    orders: {
      title: 'Noch keine Bestellungen',
      text: 'Hier sehen Sie Ihre Bestellungen, wo sie sind und wann sie ankommen.',
    },
    billing: {
      title: 'Noch keine Rechnungen',
      text: 'Hier sehen Sie Ihren Tarif, Ihre Rechnungen und wie Sie zahlen.',
    },
    onboarding: { title: 'Nichts einzurichten', text: 'Wenn für Sie etwas zu tun ist, steht es hier.' },
  },

  notices: {
    standalone: {
      title: 'Öffnen Sie diese Seite im Chat auf {site}',
      text: 'Ihr Konto erscheint, wenn der Chat die Seite geöffnet hat.',
    },
    apart: {
      title: 'Für Ihr Konto brauchen Sie die Website von {site}',
      text: 'Öffnen Sie {site} im Browser, melden Sie sich an und öffnen Sie dort den Chat.',
    },
    untold: {
      title: 'Ihr Konto wurde nicht geladen',
      text: 'Schließen Sie den Chat und öffnen Sie ihn noch einmal.',
    },
    anonymous: { text: 'Melden Sie sich in einem neuen Tab bei {site} an und kommen Sie dann zurück.' },
    unverified: {
      title: 'Bestätigen Sie, dass Sie es sind',
      text: 'Melden Sie sich in einem neuen Tab bei {site} an und kommen Sie dann zurück. Ihr Konto erscheint hier.',
    },
    mismatch: {
      title: 'Sie sind bei {site} mit einem anderen Konto angemeldet',
      text: 'Dieser Chat gehört zu einem anderen Konto. Melden Sie sich damit bei {site} an und kommen Sie zurück.',
    },
    offline: { title: 'Sie sind offline', text: 'Ihr Konto erscheint, sobald die Verbindung wieder da ist.' },
    refused: {
      title: 'Wir konnten nicht bestätigen, dass Sie es sind',
      text: 'Versuchen Sie es erneut oder melden Sie sich noch einmal bei {site} an.',
    },
    busy: { title: 'Einen Moment, bitte', text: 'Das ging etwas zu schnell.' },
    unavailable: {
      title: 'Ihr Konto lässt sich gerade nicht anzeigen',
      text: 'Es ist nichts verloren. Versuchen Sie es gleich noch einmal.',
    },
    help: 'Oder gehen Sie zurück und schreiben Sie uns eine Nachricht.',
    question: 'Eine Frage? Gehen Sie zurück und schreiben Sie uns eine Nachricht.',
  },

  actions: {
    signIn: 'Bei {site} anmelden',
    visit: 'Zu {site}',
    retry: 'Erneut versuchen',
    retryIn: 'Erneut versuchen in {seconds} s',
    retryingIn: 'Neuer Versuch in {seconds} s',
  },

  page: {
    loading: 'Ihr Konto wird geladen',
    newTab: '(öffnet einen neuen Tab)',
    updated: { one: 'Vor {n} Minute aktualisiert', other: 'Vor {n} Minuten aktualisiert' },
    updatedNow: 'Gerade aktualisiert',
    stale: 'Aktualisieren nicht möglich. {age}',
    notYou: 'Nicht Sie?',
    notYouHow: 'Melden Sie sich bei {site} ab und mit Ihrem eigenen Konto an; diese Seite folgt.',
  },

  ask: { about: 'Dazu etwas fragen', failed: 'Das konnte nicht notiert werden.' },

  attention: {
    card_expires_before_renewal: 'Ihre Karte läuft vor der nächsten Zahlung ab',
    trial_ends: 'Ihre Testphase endet {day}',
    seats_full: { one: 'Ihr Platz ist belegt', other: 'Alle {n} Plätze sind belegt' },
    updateCard: 'Karte ändern',
    addCard: 'Karte hinterlegen und {plan} behalten',
    addSeats: 'Plätze hinzufügen',
    pay: '{amount} bezahlen',
    manage: 'Tarif verwalten',
    restart: 'Erneut abonnieren',
    see: { orders: 'Bestellung ansehen', billing: 'Rechnung ansehen', onboarding: 'Schritt ansehen' },
    show: 'Ansehen',
  },

  orders: {
    title: 'Bestellung {number}',
    placed: 'Bestellt {day}',
    more: { one: '{n} weitere unterwegs', other: '{n} weitere unterwegs' },
    none: 'noch keine',
    status: {
      processing: 'Wird gepackt', shipped: 'Versandt', out_for_delivery: 'In Zustellung', delivered: 'Zugestellt',
      cancelled: 'Storniert', returned: 'Zurückgesandt',
      preparing: 'Wird gepackt', in_transit: 'Versandt', ready_for_pickup: 'Abholbereit',
      failed: 'Zustellung nicht möglich',
      exception: 'Aufgehalten',
    },
    exception: {
      customs: 'Liegt beim Zoll', damaged: 'Unterwegs beschädigt', lost: 'Unterwegs verloren gegangen',
      returned_to_sender: 'Auf dem Weg zurück zu {site}',
    },
    step: 'Schritt {step} von {total}: {word}',
    arrives: 'Kommt {day}',
    arrivesFrom: 'Kommt {day} ab {time}',
    arrivesBy: 'Kommt {day} bis {time}',
    arrivesBetween: 'Kommt {day} zwischen {from} und {time}',
    arrived: 'Angekommen {day} um {time}',
    expected: 'Verspätet: war {day} erwartet',
    silent: { one: 'Seit {n} Tag nichts Neues', other: 'Seit {n} Tagen nichts Neues' },
    seen: { in_transit: 'Zuletzt gesehen in {place}', out_for_delivery: 'Beim Zusteller in {place}' },
    notHome: 'Niemand war {date} zu Hause',
    newDay: 'Neuen Tag wählen',
    undated: 'Den Tag nennen wir Ihnen beim Versand',
    parcel: 'Paket {parcel} von {total}',
    track: 'Bei {carrier} verfolgen',
    trackAny: 'Paket verfolgen',
    proof: 'Zustellnachweis',
    earlier: { one: '{n} frühere Meldung', other: '{n} frühere Meldungen' },
    each: 'je {price}',
    total: 'Summe',
    details: 'Bestelldetails',
    older: 'Frühere Bestellungen',
    all: 'Alle Bestellungen',
  },

  refund: {
    title: 'Erstattung',
    status: {
      requested: 'Beantragt', approved: 'Genehmigt', on_the_way: 'Unterwegs', received: 'Rücksendung da',
      refunded: 'Erstattet', declined: 'Abgelehnt',
    },
    says: {
      requested: 'Erstattung von {amount} beantragt', approved: 'Erstattung von {amount} genehmigt',
      on_the_way: 'Erstattung von {amount} unterwegs', received: 'Rücksendung angekommen, {amount} folgen',
      declined: 'Erstattung von {amount} abgelehnt',
    },
    done: '{amount} {date} erstattet',
    on: '{date}',
  },

  billing: {
    price: { month: '{amount} im Monat', year: '{amount} im Jahr' },
    status: {
      trialing: 'Testphase', active: 'Aktiv', past_due: 'Zahlung überfällig', paused: 'Pausiert',
      cancelled: 'Gekündigt',
    },
    renews: 'Verlängert sich {date}',
    trialEnds: 'Testphase endet {day}',
    ends: 'Endet {date}',
    ended: 'Endete {date}',
    next: 'Nächste Zahlung',
    seats: { one: '{used} von {n} Platz belegt', other: '{used} von {n} Plätzen belegt' },
    usage: '{name}: {used} {unit}',
    usageOf: '{name}: {used} von {included} {unit}',
    resets: 'beginnt {date} neu',
    near: 'Fast aufgebraucht',
    over: 'Über dem Limit',
    credit: 'Guthaben',
    debt: 'Offener Betrag',
    toPay: '{amount} zu zahlen',
    due: 'Fällig {date}',
    declined: 'Ihre Karte wurde {date} abgelehnt',
    card: '{brand} mit Endziffern {last4}',
    anyCard: 'Karte',
    expires: 'gültig bis {month}',
    invoices: 'Rechnungen',
    noInvoices: 'Noch keine Rechnungen',
    kind: { invoice: 'Rechnung', receipt: 'Beleg', credit_note: 'Gutschrift' },
    invoice: {
      open: 'Offen', overdue: 'Überfällig', paid: 'Bezahlt', void: 'Storniert', uncollectible: 'Ausgebucht',
    },
    all: 'Alle Rechnungen',
  },

  hidden: {
    billing: '{who} sieht die Abrechnung und kann Ihnen helfen',
    orders: '{who} sieht die Bestellungen und kann Ihnen helfen',
    unknown: 'Fragen Sie die Person, die Ihr Konto verwaltet',
  },

  onboarding: {
    done: '{done} von {total} erledigt',
    allDone: 'Alle {total} erledigt',
    needsYou: 'Sie sind dran',
    next: 'Nächster Schritt',
    later: 'Danach',
    waiting: 'Hier müssen Sie nichts tun',
    us: '{site} kümmert sich darum',
    due: 'Fällig {day}',
    wasDue: 'War {day} fällig',
    optional: 'Freiwillig',
    skipped: 'Übersprungen',
    finished: { one: '{n} erledigt', other: '{n} erledigt' },
    allSet: 'Alles erledigt. Es ist nichts mehr zu tun',
  },
};
