// What can be asked about, in Portuguese, as it is written in Brazil.
export default {
  why: 'Qual é o assunto?',
  reasons: {
    late: 'Está atrasado',
    stuck: 'Não se move',
    not_here: 'Consta como entregue, mas não recebi',
    damaged: 'Chegou danificado',
    missing: 'Está faltando algo',
    wrong_item: 'Não é o que pedi',
    wrong_address: 'O endereço está errado',
    refund_missing: 'Meu reembolso não chegou',
    charged_twice: 'Fui cobrado duas vezes',
    wrong_amount: 'O valor está errado',
    unknown_charge: 'Não reconheço esta cobrança',
    already_paid: 'Já paguei',
    blocked: 'Não consigo continuar',
    question: 'Tenho outra pergunta',
  },
  noted: 'Anotado. Volte e escreva uma mensagem para nós.',
};
