// What can be asked about, in French.
export default {
  why: 'De quoi s’agit-il ?',
  reasons: {
    late: 'C’est en retard',
    stuck: 'Le colis n’avance pas',
    not_here: 'Livré, mais je ne l’ai pas',
    damaged: 'C’est arrivé endommagé',
    missing: 'Il manque quelque chose',
    wrong_item: 'Ce n’est pas ce que j’ai commandé',
    wrong_address: 'L’adresse est fausse',
    refund_missing: 'Mon remboursement n’est pas arrivé',
    charged_twice: 'J’ai été débité deux fois',
    wrong_amount: 'Le montant est faux',
    unknown_charge: 'Je ne connais pas ce débit',
    already_paid: 'J’ai déjà payé',
    blocked: 'Je suis bloqué',
    question: 'J’ai une autre question',
  },
  noted: 'C’est noté. Revenez en arrière et écrivez-nous un message.',
};
