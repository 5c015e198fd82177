// What can be asked about, in Spanish.
export default {
  why: '¿De qué se trata?',
  reasons: {
    late: 'Llega tarde',
    stuck: 'No avanza',
    not_here: 'Entregado, pero no lo tengo',
    damaged: 'Llegó dañado',
    missing: 'Falta algo',
    wrong_item: 'No es lo que pedí',
    wrong_address: 'La dirección no es correcta',
    refund_missing: 'Mi reembolso no ha llegado',
    charged_twice: 'Me cobraron dos veces',
    wrong_amount: 'El importe no es correcto',
    unknown_charge: 'No reconozco este cargo',
    already_paid: 'Ya lo he pagado',
    blocked: 'No puedo continuar',
    question: 'Tengo otra pregunta',
  },
  noted: 'Anotado. Vuelva atrás y escríbanos un mensaje.',
};
