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

  ask: { about: 'Perguntar sobre isto', failed: 'Não foi possível anotar.' },

  attention: {
    card_expires_before_renewal: 'Seu cartão vence antes do próximo pagamento',
    trial_ends: 'Seu período de teste termina {day}',
    seats_full: {
      one: 'Seu lugar está ocupado', many: 'Os {n} de lugares estão ocupados', other: 'Os {n} lugares estão ocupados',
    },
    updateCard: 'Trocar cartão',
    addCard: 'Adicionar um cartão para manter {plan}',
    addSeats: 'Adicionar lugares',
    pay: 'Pagar {amount}',
    manage: 'Gerenciar plano',
    restart: 'Assinar de novo',
    see: { orders: 'Ver o pedido', billing: 'Ver a fatura', onboarding: 'Ver a etapa' },
    show: 'Ver',
  },

  orders: {
    title: 'Pedido {number}',
    placed: 'Feito {day}',
    more: { one: 'mais {n} a caminho', many: 'mais {n} a caminho', other: 'mais {n} a caminho' },
    none: 'nenhum ainda',
    status: {
      processing: 'Preparando', shipped: 'Enviado', out_for_delivery: 'Saiu para entrega', delivered: 'Entregue',
      cancelled: 'Cancelado', returned: 'Devolvido',
      preparing: 'Preparando', in_transit: 'Enviado', ready_for_pickup: 'Pronto para retirada',
      failed: 'Entrega não realizada',
      exception: 'Retido',
    },
    exception: {
      customs: 'Retido na alfândega', damaged: 'Danificado no caminho', lost: 'Extraviado no caminho',
      returned_to_sender: 'Voltando para {site}',
    },
    step: 'Etapa {step} de {total}: {word}',
    arrives: 'Chega {day}',
    arrivesFrom: 'Chega {day} a partir das {time}',
    arrivesBy: 'Chega {day} até as {time}',
    arrivesBetween: 'Chega {day} entre {from} e {time}',
    arrived: 'Chegou {day} às {time}',
    expected: 'Atrasado: era esperado {day}',
    silent: {
      one: 'Sem novidades há {n} dia', many: 'Sem novidades há {n} de dias', other: 'Sem novidades há {n} dias',
    },
    seen: { in_transit: 'Visto por último em {place}', out_for_delivery: 'Com o entregador em {place}' },
    notHome: 'Ninguém estava em casa {date}',
    newDay: 'Escolher outro dia',
    undated: 'Avisamos o dia quando for enviado',
    parcel: 'Pacote {parcel} de {total}',
    track: 'Acompanhar em {carrier}',
    trackAny: 'Rastrear pacote',
    proof: 'Comprovante de entrega',
    earlier: {
      one: '{n} atualização anterior', many: '{n} de atualizações anteriores', other: '{n} atualizações anteriores',
    },
    each: '{price} cada',
    total: 'Valor total',
    details: 'Detalhes do pedido',
    older: 'Pedidos anteriores',
    all: 'Todos os pedidos',
  },

  refund: {
    title: 'Reembolso',
    status: {
      requested: 'Solicitado', approved: 'Aprovado', on_the_way: 'A caminho', received: 'Devolução recebida',
      refunded: 'Reembolsado', declined: 'Recusado',
    },
    says: {
      requested: 'Reembolso de {amount} solicitado', approved: 'Reembolso de {amount} aprovado',
      on_the_way: 'Reembolso de {amount} a caminho', received: 'Devolução recebida, reembolso de {amount} pendente',
      declined: 'Reembolso de {amount} recusado',
    },
    done: '{amount} reembolsados {date}',
    on: '{date}',
  },

  billing: {
    price: { month: '{amount} por mês', year: '{amount} por ano' },
    status: {
      trialing: 'Teste', active: 'Ativo', past_due: 'Pagamento atrasado', paused: 'Pausado', cancelled: 'Cancelado',
    },
    renews: 'Renova {date}',
    trialEnds: 'O teste termina {day}',
    ends: 'Termina {date}',
    ended: 'Terminou {date}',
    next: 'Próximo pagamento',
    seats: {
      one: '{used} de {n} lugar em uso', many: '{used} de {n} de lugares em uso',
      other: '{used} de {n} lugares em uso',
    },
    usage: '{name}: {used} {unit}',
    usageOf: '{name}: {used} de {included} {unit}',
    resets: 'recomeça {date}',
    near: 'Quase esgotado',
    over: 'Limite excedido',
    credit: 'Crédito',
    debt: 'Valor em aberto',
    toPay: '{amount} a pagar',
    due: 'Vence {date}',
    declined: 'Seu cartão foi recusado {date}',
    card: '{brand} com final {last4}',
    anyCard: 'Cartão',
    expires: 'válido até {month}',
    invoices: 'Faturas',
    noInvoices: 'Ainda não há faturas',
    kind: { invoice: 'Fatura', receipt: 'Recibo', credit_note: 'Nota de crédito' },
    invoice: {
      open: 'Em aberto', overdue: 'Vencida', paid: 'Paga', void: 'Cancelada', uncollectible: 'Baixada',
    },
    all: 'Todas as faturas',
  },

  hidden: {
    billing: 'Pergunte a {who}, que pode ver os pagamentos',
    orders: 'Pergunte a {who}, que pode ver os pedidos',
    unknown: 'Pergunte a quem administra sua conta',
  },

  onboarding: {
    done: '{done} de {total} concluídos',
    allDone: 'Todos os {total} concluídos',
    needsYou: 'Depende de você',
    next: 'Próximo passo',
    later: 'Depois',
    waiting: 'Nada a fazer por aqui',
    us: '{site} está cuidando disso',
    due: 'Prazo {day}',
    wasDue: 'O prazo era {day}',
    optional: 'Opcional',
    skipped: 'Pulado',
    finished: { one: '{n} concluído', many: '{n} de concluídos', other: '{n} concluídos' },
    allSet: 'Tudo pronto. Não falta fazer nada',
  },
};
