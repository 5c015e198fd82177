// What can be asked about, in German.
export default {
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
};
