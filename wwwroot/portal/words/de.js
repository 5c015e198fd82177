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

  ask: {
    about: 'Dazu etwas fragen',
    why: 'Worum geht es?',
    reasons: {
      late: 'Es verspätet sich',
      stuck: 'Es bewegt sich nicht',
      not_here: 'Zugestellt, aber nicht bei mir',
      damaged: 'Es kam beschädigt an',
      missing: 'Es fehlt etwas',
      wrong_item: 'Es ist nicht, was ich bestellt habe',
      wrong_address: 'Die Adresse stimmt nicht',
      refund_missing: 'Meine Erstattung ist nicht da',
      charged_twice: 'Es wurde doppelt abgebucht',
      wrong_amount: 'Der Betrag stimmt nicht',
      unknown_charge: 'Ich kenne diese Abbuchung nicht',
      already_paid: 'Ich habe das schon bezahlt',
      blocked: 'Ich komme nicht weiter',
      question: 'Ich habe eine andere Frage',
    },
    noted: 'Notiert. Gehen Sie zurück und schreiben Sie uns eine Nachricht.',
    failed: 'Das konnte nicht notiert werden.',
  },

  attention: {
    payment_failed: 'Ihre Karte wurde {date} abgelehnt',
    parcel_late: 'Bestellung {number} verspätet sich',
    task_blocked: '{title}: wartet',
    card_expires_before_renewal: 'Ihre Karte läuft vor der nächsten Zahlung ab',
    trial_ends: 'Ihre Testphase endet {day}',
    seats_full: { one: 'Ihr Platz ist belegt', other: 'Alle {n} Plätze sind belegt' },
    updateCard: 'Karte ändern',
    pay: 'Jetzt bezahlen',
    manage: 'Tarif verwalten',
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
    },
    late: 'Verspätet',
    step: 'Schritt {step} von {total}: {word}',
    arrives: 'Kommt {day}',
    arrivesBy: 'Kommt {day} bis {time}',
    arrived: 'Angekommen {day} um {time}',
    expected: 'War {day} erwartet',
    pickup: 'Wartet auf Sie',
    failed: 'Der Zusteller konnte das Paket nicht übergeben',
    undated: 'Den Tag nennen wir Ihnen beim Versand',
    parcel: 'Paket {parcel} von {total}',
    track: 'Paket verfolgen',
    earlier: { one: '{n} frühere Meldung', other: '{n} frühere Meldungen' },
    times: '{quantity} × {price}',
    total: 'Summe',
    details: 'Bestelldetails',
    older: 'Frühere Bestellungen',
    all: 'Alle Bestellungen',
  },

  billing: {
    price: { month: '{amount} im Monat', year: '{amount} im Jahr' },
    status: {
      trialing: 'Testphase', active: 'Aktiv', past_due: 'Zahlung überfällig', paused: 'Pausiert',
      cancelled: 'Gekündigt',
    },
    renews: 'verlängert sich {date}',
    trialEnds: 'Testphase endet {day}',
    ends: 'endet {date}',
    ended: 'endete {date}',
    seats: { one: '{used} von {n} Platz belegt', other: '{used} von {n} Plätzen belegt' },
    usage: '{name}: {used} {unit}',
    usageOf: '{name}: {used} von {included} {unit}',
    resets: 'beginnt {date} neu',
    paid: 'bezahlt',
    due: '{amount} offen',
    dueOn: 'fällig {date}',
    declined: 'Karte {date} abgelehnt',
    card: '{brand} mit Endziffern {last4}',
    anyCard: 'Karte',
    expires: 'gültig bis {month}',
    invoices: 'Rechnungen',
    noInvoices: 'Noch keine Rechnungen',
    invoice: {
      open: 'Offen', overdue: 'Überfällig', paid: 'Bezahlt', void: 'Storniert', uncollectible: 'Ausgebucht',
    },
    all: 'Alle Rechnungen',
  },

  onboarding: {
    done: '{done} von {total} erledigt',
    allDone: 'Alle {total} erledigt',
    blocked: { one: '{n} wartet', other: '{n} warten' },
    isBlocked: 'Wartet',
    owner: {
      you: 'Das können Sie lösen',
      us: '{site} kümmert sich darum; Sie müssen nichts tun',
      third_party: 'Wartet auf jemanden außerhalb von {site}',
    },
    todo: 'Zu tun',
    due: 'Fällig {day}',
    wasDue: 'War {day} fällig',
    open: 'Schritt öffnen',
    finished: { one: '{n} erledigt', other: '{n} erledigt' },
  },
};
