// What can be asked about, in Dutch.
export default {
  why: 'Waar gaat het over?',
  reasons: {
    late: 'Het is te laat',
    stuck: 'Het beweegt niet',
    not_here: 'Bezorgd, maar ik heb het niet',
    damaged: 'Het kwam beschadigd aan',
    missing: 'Er ontbreekt iets',
    wrong_item: 'Het is niet wat ik heb besteld',
    wrong_address: 'Het adres klopt niet',
    refund_missing: 'Mijn terugbetaling is er niet',
    charged_twice: 'Er is twee keer afgeschreven',
    wrong_amount: 'Het bedrag klopt niet',
    unknown_charge: 'Ik ken deze afschrijving niet',
    already_paid: 'Ik heb dit al betaald',
    blocked: 'Ik kan niet verder',
    question: 'Ik heb een andere vraag',
  },
  noted: 'Genoteerd. Ga terug en stuur ons een bericht.',
};
