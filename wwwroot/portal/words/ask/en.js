// What can be asked about, in English. It is loaded when that is unfolded.
export default {
  why: 'What is it about?',
  reasons: {
    late: "It's late",
    stuck: "It isn't moving",
    not_here: "Delivered, but I don't have it",
    damaged: 'It arrived damaged',
    missing: 'Something is missing',
    wrong_item: "It's not what I ordered",
    wrong_address: 'The address is wrong',
    refund_missing: "My refund hasn't come",
    charged_twice: 'I was charged twice',
    wrong_amount: 'The amount is wrong',
    unknown_charge: "I don't know this charge",
    already_paid: 'I have paid this',
    blocked: "I can't go on",
    question: 'I have another question',
  },
  noted: 'Noted. Go back and choose Send us a message.',
};
