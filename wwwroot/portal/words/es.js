// The page's words in Spanish.
export default {
  lang: 'es',
  dir: 'ltr',

  days: { weekday: 'el {day}', date: 'el {day}', at: '{day} a las {time}' },

  views: { account: 'Su cuenta', orders: 'Pedidos', billing: 'Facturación', onboarding: 'Primeros pasos' },

  signIn: {
    account: 'Vea aquí sus pedidos y facturas',
    orders: 'Vea dónde están sus pedidos',
    billing: 'Vea aquí su plan y sus facturas',
    onboarding: 'Vea aquí sus próximos pasos',
  },
  empty: {
    account: { title: 'Todavía no hay nada', text: 'Aquí verá sus pedidos, sus facturas y sus próximos pasos.' },
    orders: {
      title: 'Todavía no hay pedidos',
      text: 'Aquí verá sus pedidos, dónde están y cuándo llegan.',
    },
    billing: { title: 'Todavía no hay facturas', text: 'Aquí verá su plan, sus facturas y cómo paga.' },
    onboarding: { title: 'Nada que configurar', text: 'Cuando tenga algo que hacer, lo verá aquí.' },
  },

  notices: {
    standalone: {
      title: 'Abra esta página desde el chat de {site}',
      text: 'Su cuenta aparece cuando el chat la abre.',
    },
    apart: {
      title: 'Su cuenta necesita el sitio web de {site}',
      text: 'Abra {site} en su navegador, inicie sesión y abra allí el chat.',
    },
    untold: { title: 'Su cuenta no se ha cargado', text: 'Cierre el chat y ábralo de nuevo.' },
    anonymous: { text: 'Inicie sesión en {site} en una pestaña nueva y vuelva aquí.' },
    unverified: {
      title: 'Confirme que es usted',
      text: 'Inicie sesión en {site} en una pestaña nueva y vuelva aquí. Entonces verá su cuenta.',
    },
    mismatch: {
      title: 'Ha iniciado sesión en {site} con otra cuenta',
      text: 'Este chat está vinculado a una cuenta distinta. Inicie sesión en {site} con ella y vuelva aquí.',
    },
    offline: { title: 'No hay conexión', text: 'Verá su cuenta cuando vuelva la conexión.' },
    refused: {
      title: 'No hemos podido confirmar que es usted',
      text: 'Inténtelo otra vez o vuelva a iniciar sesión en {site}.',
    },
    busy: { title: 'Un momento, por favor', text: 'Eso ha sido demasiado rápido.' },
    unavailable: {
      title: 'Ahora mismo no podemos mostrar su cuenta',
      text: 'No se ha perdido nada. Inténtelo en un momento.',
    },
    help: 'O vuelva atrás y escríbanos un mensaje.',
    question: '¿Tiene alguna pregunta? Vuelva atrás y escríbanos un mensaje.',
  },

  actions: {
    signIn: 'Iniciar sesión en {site}',
    visit: 'Ir a {site}',
    retry: 'Intentar otra vez',
    retryIn: 'Intentar otra vez en {seconds} s',
    retryingIn: 'Nuevo intento en {seconds} s',
  },

  page: {
    loading: 'Cargando su cuenta',
    newTab: '(se abre en una pestaña nueva)',
    updated: {
      one: 'Actualizado hace {n} minuto', many: 'Actualizado hace {n} de minutos',
      other: 'Actualizado hace {n} minutos',
    },
    updatedNow: 'Actualizado ahora mismo',
    stale: 'No se ha podido actualizar. {age}',
    notYou: '¿No es usted?',
    notYouHow: 'Cierre la sesión en {site} e iníciela con su propia cuenta; esta página cambiará con ella.',
  },

  ask: { about: 'Preguntar sobre esto', failed: 'No se pudo anotar.' },

  attention: {
    card_expires_before_renewal: 'Su tarjeta caduca antes del próximo pago',
    trial_ends: 'Su prueba termina {day}',
    seats_full: {
      one: 'Su plaza está ocupada', many: 'Los {n} de plazas están ocupadas', other: 'Las {n} plazas están ocupadas',
    },
    updateCard: 'Cambiar tarjeta',
    addCard: 'Añadir una tarjeta para conservar {plan}',
    addSeats: 'Añadir plazas',
    pay: 'Pagar {amount}',
    manage: 'Gestionar plan',
    restart: 'Volver a suscribirse',
    see: { orders: 'Ver el pedido', billing: 'Ver la factura', onboarding: 'Ver el paso' },
    show: 'Ver',
  },

  orders: {
    title: 'Pedido {number}',
    placed: 'Hecho {day}',
    more: { one: '{n} más en camino', many: '{n} más en camino', other: '{n} más en camino' },
    none: 'todavía ninguno',
    status: {
      processing: 'Preparando', shipped: 'Enviado', out_for_delivery: 'En reparto', delivered: 'Entregado',
      cancelled: 'Cancelado', returned: 'Devuelto',
      preparing: 'Preparando', in_transit: 'Enviado', ready_for_pickup: 'Listo para recoger',
      failed: 'Entrega fallida',
      exception: 'Retenido',
    },
    exception: {
      customs: 'Retenido en la aduana', damaged: 'Dañado en el camino', lost: 'Perdido en el camino',
      returned_to_sender: 'De vuelta a {site}',
    },
    step: 'Paso {step} de {total}: {word}',
    arrives: 'Llega {day}',
    arrivesFrom: 'Llega {day} a partir de las {time}',
    arrivesBy: 'Llega {day} antes de las {time}',
    arrivesBetween: 'Llega {day} entre las {from} y las {time}',
    arrived: 'Llegó {day} a las {time}',
    expected: 'Con retraso: se esperaba {day}',
    silent: {
      one: 'Sin novedades desde hace {n} día', many: 'Sin novedades desde hace {n} de días',
      other: 'Sin novedades desde hace {n} días',
    },
    seen: { in_transit: 'Visto por última vez en {place}', out_for_delivery: 'Con el repartidor en {place}' },
    notHome: 'No había nadie en casa {date}',
    newDay: 'Elegir otro día',
    undated: 'Le diremos el día cuando se envíe',
    parcel: 'Paquete {parcel} de {total}',
    track: 'Seguir en {carrier}',
    trackAny: 'Seguir paquete',
    proof: 'Comprobante de entrega',
    earlier: {
      one: '{n} novedad anterior', many: '{n} de novedades anteriores', other: '{n} novedades anteriores',
    },
    each: '{price} por unidad',
    total: 'Importe total',
    details: 'Detalles del pedido',
    older: 'Pedidos anteriores',
    all: 'Todos los pedidos',
  },

  refund: {
    title: 'Reembolso',
    status: {
      requested: 'Solicitado', approved: 'Aprobado', on_the_way: 'En camino', received: 'Devolución recibida',
      refunded: 'Reembolsado', declined: 'Rechazado',
    },
    says: {
      requested: 'Reembolso de {amount} solicitado', approved: 'Reembolso de {amount} aprobado',
      on_the_way: 'Reembolso de {amount} en camino',
      received: 'Devolución recibida, reembolso de {amount} pendiente', declined: 'Reembolso de {amount} rechazado',
    },
    done: '{amount} reembolsados {date}',
    on: '{date}',
  },

  billing: {
    price: { month: '{amount} al mes', year: '{amount} al año' },
    status: {
      trialing: 'Prueba', active: 'Activo', past_due: 'Pago atrasado', paused: 'En pausa', cancelled: 'Cancelado',
    },
    renews: 'Se renueva {date}',
    trialEnds: 'La prueba termina {day}',
    ends: 'Termina {date}',
    ended: 'Terminó {date}',
    next: 'Próximo pago',
    seats: {
      one: '{used} de {n} plaza en uso', many: '{used} de {n} de plazas en uso', other: '{used} de {n} plazas en uso',
    },
    usage: '{name}: {used} {unit}',
    usageOf: '{name}: {used} de {included} {unit}',
    resets: 'se reinicia {date}',
    near: 'Casi agotado',
    over: 'Límite superado',
    credit: 'Saldo a favor',
    debt: 'Saldo pendiente',
    toPay: '{amount} por pagar',
    due: 'Vence {date}',
    declined: 'Su tarjeta fue rechazada {date}',
    card: '{brand} terminada en {last4}',
    anyCard: 'Tarjeta',
    expires: 'caduca en {month}',
    invoices: 'Facturas',
    noInvoices: 'Todavía no hay facturas',
    kind: { invoice: 'Factura', receipt: 'Recibo', credit_note: 'Nota de crédito' },
    invoice: {
      open: 'Por pagar', overdue: 'Vencida', paid: 'Pagada', void: 'Anulada', uncollectible: 'Dada por perdida',
    },
    all: 'Todas las facturas',
  },

  hidden: {
    billing: 'Pregunte a {who}, que puede ver la facturación',
    orders: 'Pregunte a {who}, que puede ver los pedidos',
    unknown: 'Pregunte a quien administra su cuenta',
  },

  onboarding: {
    done: '{done} de {total} hechos',
    allDone: 'Los {total} hechos',
    needsYou: 'Le toca a usted',
    next: 'Siguiente paso',
    later: 'Después',
    waiting: 'Nada que hacer por su parte',
    us: '{site} se encarga',
    due: 'Vence {day}',
    wasDue: 'Venció {day}',
    optional: 'Opcional',
    skipped: 'Omitido',
    finished: { one: '{n} hecho', many: '{n} de hechos', other: '{n} hechos' },
    allSet: 'Todo listo. No queda nada por hacer',
  },
};
