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

  ask: {
    about: 'Preguntar sobre esto',
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
    failed: 'No se pudo anotar.',
  },

  attention: {
    payment_failed: 'Su tarjeta fue rechazada {date}',
    parcel_late: 'El pedido {number} va con retraso',
    task_blocked: '{title}: en espera',
    card_expires_before_renewal: 'Su tarjeta caduca antes del próximo pago',
    trial_ends: 'Su prueba termina {day}',
    seats_full: {
      one: 'Su plaza está ocupada', many: 'Los {n} de plazas están ocupadas', other: 'Las {n} plazas están ocupadas',
    },
    updateCard: 'Cambiar tarjeta',
    pay: 'Pagar ahora',
    manage: 'Gestionar plan',
    show: 'Ver',
  },

  orders: {
    title: 'Pedido {number}',
    placed: 'Hecho {day}',
    more: { one: '{n} más en camino', many: '{n} más en camino', other: '{n} más en camino' },
    none: 'todavía ninguno',
    status: {
      processing: 'En preparación', shipped: 'Enviado', out_for_delivery: 'En reparto', delivered: 'Entregado',
      cancelled: 'Cancelado', returned: 'Devuelto',
      preparing: 'En preparación', in_transit: 'Enviado', ready_for_pickup: 'Listo para recoger',
      failed: 'Entrega fallida',
    },
    late: 'Con retraso',
    step: 'Paso {step} de {total}: {word}',
    arrives: 'Llega {day}',
    arrivesBy: 'Llega {day} antes de las {time}',
    arrived: 'Llegó {day} a las {time}',
    expected: 'Se esperaba {day}',
    pickup: 'Le espera',
    failed: 'El transportista no pudo entregarlo',
    undated: 'Le diremos el día cuando se envíe',
    parcel: 'Paquete {parcel} de {total}',
    track: 'Seguir paquete',
    earlier: {
      one: '{n} novedad anterior', many: '{n} de novedades anteriores', other: '{n} novedades anteriores',
    },
    times: '{quantity} × {price}',
    total: 'Importe total',
    details: 'Detalles del pedido',
    older: 'Pedidos anteriores',
    all: 'Todos los pedidos',
  },

  billing: {
    price: { month: '{amount} al mes', year: '{amount} al año' },
    status: {
      trialing: 'Prueba', active: 'Activo', past_due: 'Pago atrasado', paused: 'En pausa', cancelled: 'Cancelado',
    },
    renews: 'se renueva {date}',
    trialEnds: 'la prueba termina {day}',
    ends: 'termina {date}',
    ended: 'terminó {date}',
    seats: {
      one: '{used} de {n} plaza en uso', many: '{used} de {n} de plazas en uso', other: '{used} de {n} plazas en uso',
    },
    usage: '{name}: {used} {unit}',
    usageOf: '{name}: {used} de {included} {unit}',
    resets: 'se reinicia {date}',
    paid: 'pagado',
    due: '{amount} por pagar',
    dueOn: 'vence {date}',
    declined: 'tarjeta rechazada {date}',
    card: '{brand} terminada en {last4}',
    anyCard: 'Tarjeta',
    expires: 'caduca en {month}',
    invoices: 'Facturas',
    noInvoices: 'Todavía no hay facturas',
    invoice: {
      open: 'Por pagar', overdue: 'Vencida', paid: 'Pagada', void: 'Anulada', uncollectible: 'Dada por perdida',
    },
    all: 'Todas las facturas',
  },

  onboarding: {
    done: '{done} de {total} hechos',
    allDone: 'Los {total} hechos',
    blocked: { one: '{n} en espera', many: '{n} en espera', other: '{n} en espera' },
    isBlocked: 'En espera',
    owner: {
      you: 'Puede resolverlo usted',
      us: '{site} se encarga; usted no tiene que hacer nada',
      third_party: 'A la espera de alguien ajeno a {site}',
    },
    todo: 'Por hacer',
    due: 'Vence {day}',
    wasDue: 'Venció {day}',
    open: 'Abrir paso',
    finished: { one: '{n} hecho', many: '{n} de hechos', other: '{n} hechos' },
  },
};
