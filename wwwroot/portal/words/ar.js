// The page's words in Arabic.
export default {
  lang: 'ar',
  dir: 'rtl',

  days: { weekday: 'يوم {day}', date: 'في {day}', at: '{day} الساعة {time}' },

  views: { account: 'حسابك', orders: 'الطلبات', billing: 'الفواتير', onboarding: 'الخطوات الأولى' },

  signIn: {
    account: 'اطّلع هنا على طلباتك وفواتيرك',
    orders: 'اعرف أين وصلت طلباتك',
    billing: 'اطّلع هنا على باقتك وفواتيرك',
    onboarding: 'اطّلع هنا على خطواتك التالية',
  },
  empty: {
    account: { title: 'لا شيء هنا بعد', text: 'ستظهر هنا طلباتك وفواتيرك وخطواتك التالية.' },
    orders: { title: 'لا توجد طلبات بعد', text: 'ستظهر هنا طلباتك ومكانها وموعد وصولها.' },
    billing: { title: 'لا توجد فواتير بعد', text: 'ستظهر هنا باقتك وفواتيرك وطريقة دفعك.' },
    onboarding: { title: 'لا شيء يحتاج إلى إعداد', text: 'إذا كان هناك ما عليك فعله فسيظهر هنا.' },
  },

  notices: {
    standalone: { title: 'افتح هذه الصفحة من الدردشة في {site}', text: 'يظهر حسابك عندما تفتحها الدردشة.' },
    apart: {
      title: 'حسابك يحتاج إلى موقع {site}',
      text: 'افتح {site} في متصفحك وسجّل الدخول وافتح الدردشة هناك.',
    },
    untold: { title: 'لم يتم تحميل حسابك', text: 'أغلق الدردشة ثم افتحها من جديد.' },
    anonymous: { text: 'سجّل الدخول إلى {site} في علامة تبويب جديدة ثم عُد إلى هنا.' },
    unverified: {
      title: 'أكّد أنك صاحب الحساب',
      text: 'سجّل الدخول إلى {site} في علامة تبويب جديدة ثم عُد إلى هنا. سيظهر حسابك هنا.',
    },
    mismatch: {
      title: 'لقد سجّلت الدخول إلى {site} بحساب آخر',
      text: 'هذه الدردشة مرتبطة بحساب مختلف. سجّل الدخول إلى {site} بذلك الحساب ثم عُد إلى هنا.',
    },
    offline: { title: 'أنت غير متصل بالإنترنت', text: 'يظهر حسابك عند عودة الاتصال.' },
    refused: {
      title: 'لم نتمكن من التأكد من هويتك',
      text: 'حاول مرة أخرى، أو سجّل الدخول إلى {site} من جديد.',
    },
    busy: { title: 'لحظة من فضلك', text: 'كان ذلك سريعًا بعض الشيء.' },
    unavailable: { title: 'لا يمكننا عرض حسابك الآن', text: 'لم يُفقد شيء. حاول مرة أخرى بعد قليل.' },
    help: 'أو ارجع إلى الخلف وأرسل إلينا رسالة.',
    question: 'هل لديك سؤال؟ ارجع إلى الخلف وأرسل إلينا رسالة.',
  },

  actions: {
    signIn: 'تسجيل الدخول إلى {site}',
    visit: 'الانتقال إلى {site}',
    retry: 'إعادة المحاولة',
    retryIn: 'إعادة المحاولة بعد {seconds} ث',
    retryingIn: 'سنعيد المحاولة بعد {seconds} ث',
  },

  page: {
    loading: 'جارٍ تحميل حسابك',
    newTab: '(يُفتح في علامة تبويب جديدة)',
    updated: {
      zero: 'تم التحديث قبل {n} دقيقة', one: 'تم التحديث قبل دقيقة', two: 'تم التحديث قبل دقيقتين',
      few: 'تم التحديث قبل {n} دقائق', many: 'تم التحديث قبل {n} دقيقة', other: 'تم التحديث قبل {n} دقيقة',
    },
    updatedNow: 'تم التحديث الآن',
    stale: 'تعذّر التحديث. {age}',
    notYou: 'ألست صاحب الحساب؟',
    notYouHow: 'سجّل الخروج من {site} ثم سجّل الدخول بحسابك؛ وستتغير هذه الصفحة معه.',
  },

  ask: {
    about: 'اسأل عن هذا',
    why: 'ما الموضوع؟',
    reasons: {
      late: 'إنه متأخر',
      stuck: 'إنه لا يتحرك',
      not_here: 'مُسجَّل كمُسلَّم لكنه ليس عندي',
      damaged: 'وصل تالفًا',
      missing: 'هناك شيء ناقص',
      wrong_item: 'ليس ما طلبته',
      wrong_address: 'العنوان غير صحيح',
      refund_missing: 'لم يصلني المبلغ المسترد',
      charged_twice: 'خُصم المبلغ مرتين',
      wrong_amount: 'المبلغ غير صحيح',
      unknown_charge: 'لا أعرف هذا الخصم',
      already_paid: 'لقد دفعت هذا بالفعل',
      blocked: 'لا أستطيع المتابعة',
      question: 'لدي سؤال آخر',
    },
    noted: 'تم تدوين ذلك. ارجع وأرسل إلينا رسالة.',
    failed: 'تعذّر تدوين ذلك.',
  },

  attention: {
    payment_failed: 'رُفضت بطاقتك {date}',
    parcel_late: 'الطلب {number} متأخر',
    task_blocked: '{title}: قيد الانتظار',
    card_expires_before_renewal: 'تنتهي صلاحية بطاقتك قبل الدفعة التالية',
    trial_ends: 'تنتهي الفترة التجريبية {day}',
    seats_full: {
      zero: 'كل المقاعد مشغولة', one: 'مقعدك مشغول', two: 'كلا المقعدين مشغول', few: 'كل المقاعد مشغولة ({n})',
      many: 'كل المقاعد مشغولة ({n})', other: 'كل المقاعد مشغولة ({n})',
    },
    updateCard: 'تغيير البطاقة',
    pay: 'الدفع الآن',
    manage: 'إدارة الباقة',
    show: 'عرض',
  },

  orders: {
    title: 'الطلب {number}',
    placed: 'تم الطلب {day}',
    more: {
      zero: '{n} طلبات أخرى في الطريق', one: 'طلب آخر في الطريق', two: 'طلبان آخران في الطريق',
      few: '{n} طلبات أخرى في الطريق', many: '{n} طلبًا آخر في الطريق', other: '{n} طلب آخر في الطريق',
    },
    none: 'لا يوجد بعد',
    status: {
      processing: 'قيد التجهيز', shipped: 'تم الشحن', out_for_delivery: 'خرج للتوصيل', delivered: 'تم التوصيل',
      cancelled: 'أُلغي', returned: 'أُعيد',
      preparing: 'قيد التجهيز', in_transit: 'تم الشحن', ready_for_pickup: 'جاهز للاستلام', failed: 'تعذّر التوصيل',
    },
    late: 'متأخر',
    step: 'الخطوة {step} من {total}: {word}',
    arrives: 'يصل {day}',
    arrivesBy: 'يصل {day} قبل {time}',
    arrived: 'وصل {day} الساعة {time}',
    expected: 'كان متوقعًا {day}',
    pickup: 'في انتظارك',
    failed: 'لم تتمكن شركة الشحن من تسليمه',
    undated: 'سنخبرك بالموعد عند الشحن',
    parcel: 'الطرد {parcel} من {total}',
    track: 'تتبّع الطرد',
    earlier: {
      zero: '{n} تحديثات سابقة', one: 'تحديث سابق', two: 'تحديثان سابقان', few: '{n} تحديثات سابقة',
      many: '{n} تحديثًا سابقًا', other: '{n} تحديث سابق',
    },
    times: '{quantity} × {price}',
    total: 'الإجمالي',
    details: 'تفاصيل الطلب',
    older: 'الطلبات السابقة',
    all: 'كل الطلبات',
  },

  billing: {
    price: { month: '{amount} شهريًا', year: '{amount} سنويًا' },
    status: {
      trialing: 'فترة تجريبية', active: 'نشط', past_due: 'دفعة متأخرة', paused: 'متوقف مؤقتًا', cancelled: 'أُلغي',
    },
    renews: 'يتجدد {date}',
    trialEnds: 'تنتهي الفترة التجريبية {day}',
    ends: 'ينتهي {date}',
    ended: 'انتهى {date}',
    seats: {
      zero: 'المقاعد المستخدمة: {used} من {n}', one: 'المقاعد المستخدمة: {used} من {n}',
      two: 'المقاعد المستخدمة: {used} من {n}', few: 'المقاعد المستخدمة: {used} من {n}',
      many: 'المقاعد المستخدمة: {used} من {n}', other: 'المقاعد المستخدمة: {used} من {n}',
    },
    usage: '{name}: {used} {unit}',
    usageOf: '{name}: {used} من {included} {unit}',
    resets: 'يبدأ من جديد {date}',
    paid: 'مدفوع',
    due: 'مستحق {amount}',
    dueOn: 'يُستحق {date}',
    declined: 'رُفضت البطاقة {date}',
    card: '{brand} المنتهية بالأرقام {last4}',
    anyCard: 'البطاقة',
    expires: 'صالحة حتى {month}',
    invoices: 'الفواتير السابقة',
    noInvoices: 'لا توجد فواتير بعد',
    invoice: { open: 'مستحقة', overdue: 'متأخرة', paid: 'مدفوعة', void: 'ملغاة', uncollectible: 'مشطوبة' },
    all: 'كل الفواتير',
  },

  onboarding: {
    done: 'اكتمل {done} من {total}',
    allDone: 'اكتملت كل الخطوات ({total})',
    blocked: {
      zero: '{n} قيد الانتظار', one: '{n} قيد الانتظار', two: '{n} قيد الانتظار',
      few: '{n} قيد الانتظار', many: '{n} قيد الانتظار', other: '{n} قيد الانتظار',
    },
    isBlocked: 'قيد الانتظار',
    owner: {
      you: 'يمكنك حل ذلك بنفسك',
      us: 'تعمل {site} على ذلك؛ لا يلزمك فعل شيء',
      third_party: 'بانتظار جهة خارج {site}',
    },
    todo: 'المطلوب',
    due: 'الموعد {day}',
    wasDue: 'كان الموعد {day}',
    open: 'فتح الخطوة',
    finished: {
      zero: 'اكتمل {n}', one: 'اكتمل {n}', two: 'اكتمل {n}', few: 'اكتمل {n}', many: 'اكتمل {n}', other: 'اكتمل {n}',
    },
  },
};
