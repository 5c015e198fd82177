// The page's words in Portuguese, as it is written in Brazil.
export default {
  lang: 'pt',
  dir: 'ltr',

  days: { weekday: '{day}', date: 'em {day}', at: '{day} às {time}' },

  views: { account: 'Sua conta', orders: 'Pedidos', billing: 'Pagamentos', onboarding: 'Primeiros passos' },

  signIn: {
    account: 'Veja aqui seus pedidos e faturas',
    orders: 'Veja onde estão seus pedidos',
    billing: 'Veja aqui seu plano e suas faturas',
    onboarding: 'Veja aqui seus próximos passos',
  },
  empty: {
    account: { title: 'Ainda não há nada aqui', text: 'Seus pedidos, suas faturas e seus próximos passos ficam aqui.' },
    orders: {
      title: 'Ainda não há pedidos',
      text: 'Aqui você vê seus pedidos, onde estão e quando chegam.',
    },
    billing: { title: 'Ainda não há faturas', text: 'Aqui você vê seu plano, suas faturas e como paga.' },
    onboarding: { title: 'Nada a configurar', text: 'Quando houver algo para você fazer, estará aqui.' },
  },

  notices: {
    standalone: {
      title: 'Abra esta página pelo chat em {site}',
      text: 'Sua conta aparece quando o chat a abre.',
    },
    apart: {
      title: 'Sua conta precisa do site {site}',
      text: 'Abra {site} no navegador, entre na sua conta e abra o chat por lá.',
    },
    untold: { title: 'Sua conta não carregou', text: 'Feche o chat e abra-o de novo.' },
    anonymous: { text: 'Entre em {site} em uma nova aba e depois volte.' },
    unverified: {
      title: 'Confirme que é você',
      text: 'Entre em {site} em uma nova aba e depois volte. Sua conta aparece aqui.',
    },
    mismatch: {
      title: 'Você entrou em {site} com outra conta',
      text: 'Este chat está ligado a uma conta diferente. Entre em {site} com essa conta e depois volte.',
    },
    offline: { title: 'Você está sem conexão', text: 'Sua conta aparece quando a conexão voltar.' },
    refused: {
      title: 'Não conseguimos confirmar que é você',
      text: 'Tente de novo ou entre em {site} mais uma vez.',
    },
    busy: { title: 'Um momento, por favor', text: 'Isso foi um pouco rápido.' },
    unavailable: {
      title: 'Não conseguimos mostrar sua conta agora',
      text: 'Nada se perdeu. Tente de novo daqui a pouco.',
    },
    help: 'Ou volte e escreva uma mensagem para nós.',
    question: 'Alguma dúvida? Volte e escreva uma mensagem para nós.',
  },

  actions: {
    signIn: 'Entrar em {site}',
    visit: 'Ir para {site}',
    retry: 'Tentar de novo',
    retryIn: 'Tentar de novo em {seconds} s',
    retryingIn: 'Nova tentativa em {seconds} s',
  },

  page: {
    loading: 'Carregando sua conta',
    newTab: '(abre em uma nova aba)',
    updated: {
      one: 'Atualizado há {n} minuto', many: 'Atualizado há {n} de minutos', other: 'Atualizado há {n} minutos',
    },
    updatedNow: 'Atualizado agora mesmo',
    stale: 'Não foi possível atualizar. {age}',
    notYou: 'Não é você?',
    notYouHow: 'Saia de {site} e entre com a sua própria conta; esta página acompanha.',
  },

  ask: {
    about: 'Perguntar sobre isto',
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
    failed: 'Não foi possível anotar.',
  },

  attention: {
    payment_failed: 'Seu cartão foi recusado {date}',
    parcel_late: 'O pedido {number} está atrasado',
    task_blocked: '{title}: em espera',
    card_expires_before_renewal: 'Seu cartão vence antes do próximo pagamento',
    trial_ends: 'Seu período de teste termina {day}',
    seats_full: {
      one: 'Seu lugar está ocupado', many: 'Os {n} de lugares estão ocupados', other: 'Os {n} lugares estão ocupados',
    },
    updateCard: 'Trocar cartão',
    pay: 'Pagar agora',
    manage: 'Gerenciar plano',
    show: 'Ver',
  },

  orders: {
    title: 'Pedido {number}',
    placed: 'Feito {day}',
    more: { one: 'mais {n} a caminho', many: 'mais {n} a caminho', other: 'mais {n} a caminho' },
    none: 'nenhum ainda',
    status: {
      processing: 'Em preparação', shipped: 'Enviado', out_for_delivery: 'Saiu para entrega', delivered: 'Entregue',
      cancelled: 'Cancelado', returned: 'Devolvido',
      preparing: 'Em preparação', in_transit: 'Enviado', ready_for_pickup: 'Pronto para retirada',
      failed: 'Entrega não realizada',
    },
    late: 'Atrasado',
    step: 'Etapa {step} de {total}: {word}',
    arrives: 'Chega {day}',
    arrivesBy: 'Chega {day} até as {time}',
    arrived: 'Chegou {day} às {time}',
    expected: 'Era esperado {day}',
    pickup: 'Esperando por você',
    failed: 'A transportadora não conseguiu entregar',
    undated: 'Avisamos o dia quando for enviado',
    parcel: 'Pacote {parcel} de {total}',
    track: 'Rastrear pacote',
    earlier: {
      one: '{n} atualização anterior', many: '{n} de atualizações anteriores', other: '{n} atualizações anteriores',
    },
    times: '{quantity} × {price}',
    total: 'Valor total',
    details: 'Detalhes do pedido',
    older: 'Pedidos anteriores',
    all: 'Todos os pedidos',
  },

  billing: {
    price: { month: '{amount} por mês', year: '{amount} por ano' },
    status: {
      trialing: 'Teste', active: 'Ativo', past_due: 'Pagamento atrasado', paused: 'Pausado', cancelled: 'Cancelado',
    },
    renews: 'renova {date}',
    trialEnds: 'o teste termina {day}',
    ends: 'termina {date}',
    ended: 'terminou {date}',
    seats: {
      one: '{used} de {n} lugar em uso', many: '{used} de {n} de lugares em uso',
      other: '{used} de {n} lugares em uso',
    },
    usage: '{name}: {used} {unit}',
    usageOf: '{name}: {used} de {included} {unit}',
    resets: 'recomeça {date}',
    paid: 'pago',
    due: '{amount} a pagar',
    dueOn: 'vence {date}',
    declined: 'cartão recusado {date}',
    card: '{brand} com final {last4}',
    anyCard: 'Cartão',
    expires: 'válido até {month}',
    invoices: 'Faturas',
    noInvoices: 'Ainda não há faturas',
    invoice: {
      open: 'Em aberto', overdue: 'Vencida', paid: 'Paga', void: 'Cancelada', uncollectible: 'Baixada',
    },
    all: 'Todas as faturas',
  },

  onboarding: {
    done: '{done} de {total} concluídos',
    allDone: 'Todos os {total} concluídos',
    blocked: { one: '{n} em espera', many: '{n} em espera', other: '{n} em espera' },
    isBlocked: 'Em espera',
    owner: {
      you: 'Você pode resolver',
      us: '{site} está cuidando disso; você não precisa fazer nada',
      third_party: 'Esperando por alguém de fora de {site}',
    },
    todo: 'A fazer',
    due: 'Prazo {day}',
    wasDue: 'O prazo era {day}',
    open: 'Abrir passo',
    finished: { one: '{n} concluído', many: '{n} de concluídos', other: '{n} concluídos' },
  },
};
