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

  ask: { about: 'اسأل عن هذا', failed: 'تعذّر تدوين ذلك.' },

  attention: {
    card_expires_before_renewal: 'تنتهي صلاحية بطاقتك قبل الدفعة التالية',
    trial_ends: 'تنتهي الفترة التجريبية {day}',
    seats_full: {
      zero: 'كل المقاعد مشغولة', one: 'مقعدك مشغول', two: 'كلا المقعدين مشغول', few: 'كل المقاعد مشغولة ({n})',
      many: 'كل المقاعد مشغولة ({n})', other: 'كل المقاعد مشغولة ({n})',
    },
    updateCard: 'تغيير البطاقة',
    addCard: 'أضف بطاقة للاحتفاظ بباقة {plan}',
    addSeats: 'إضافة مقاعد',
    pay: 'ادفع {amount}',
    manage: 'إدارة الباقة',
    restart: 'إعادة الاشتراك',
    see: { orders: 'عرض الطلب', billing: 'عرض الفاتورة', onboarding: 'عرض الخطوة' },
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
      exception: 'متوقف',
    },
    exception: {
      customs: 'محتجز في الجمارك', damaged: 'تضرّر في الطريق', lost: 'فُقد في الطريق',
      returned_to_sender: 'في طريق العودة إلى {site}',
    },
    step: 'الخطوة {step} من {total}: {word}',
    arrives: 'يصل {day}',
    arrivesFrom: 'يصل {day} ابتداءً من {time}',
    arrivesBy: 'يصل {day} قبل {time}',
    arrivesBetween: 'يصل {day} بين {from} و{time}',
    arrived: 'وصل {day} الساعة {time}',
    expected: 'متأخر: كان متوقعًا {day}',
    silent: {
      zero: 'لا أخبار منذ {n} أيام', one: 'لا أخبار منذ يوم', two: 'لا أخبار منذ يومين',
      few: 'لا أخبار منذ {n} أيام', many: 'لا أخبار منذ {n} يومًا', other: 'لا أخبار منذ {n} يوم',
    },
    seen: { in_transit: 'شوهد آخر مرة في {place}', out_for_delivery: 'مع المندوب في {place}' },
    notHome: 'لم يكن أحد في المنزل {date}',
    newDay: 'اختيار يوم آخر',
    undated: 'سنخبرك بالموعد عند الشحن',
    parcel: 'الطرد {parcel} من {total}',
    track: 'التتبّع لدى {carrier}',
    trackAny: 'تتبّع الطرد',
    proof: 'إثبات التسليم',
    earlier: {
      zero: '{n} تحديثات سابقة', one: 'تحديث سابق', two: 'تحديثان سابقان', few: '{n} تحديثات سابقة',
      many: '{n} تحديثًا سابقًا', other: '{n} تحديث سابق',
    },
    each: '{price} للقطعة',
    total: 'الإجمالي',
    details: 'تفاصيل الطلب',
    older: 'الطلبات السابقة',
    all: 'كل الطلبات',
  },

  refund: {
    title: 'استرداد',
    status: {
      requested: 'طُلب', approved: 'تمت الموافقة', on_the_way: 'في الطريق', received: 'وصل المرتجع',
      refunded: 'تم الاسترداد', declined: 'رُفض',
    },
    says: {
      requested: 'طُلب استرداد {amount}', approved: 'تمت الموافقة على استرداد {amount}',
      on_the_way: 'استرداد {amount} في الطريق', received: 'وصل المرتجع، ويتبعه {amount}',
      declined: 'رُفض استرداد {amount}',
    },
    done: 'تم استرداد {amount} {date}',
    on: '{date}',
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
    next: 'الدفعة التالية',
    seats: { other: 'المقاعد المستخدمة: {used} من {n}' },
    usage: '{name}: {used} {unit}',
    usageOf: '{name}: {used} من {included} {unit}',
    resets: 'يبدأ من جديد {date}',
    near: 'أوشك على النفاد',
    over: 'تجاوز الحد',
    credit: 'رصيد لك',
    debt: 'مبلغ مستحق',
    toPay: 'المطلوب دفعه: {amount}',
    due: 'يُستحق {date}',
    declined: 'رُفضت بطاقتك {date}',
    card: '{brand} المنتهية بالأرقام {last4}',
    anyCard: 'البطاقة',
    expires: 'صالحة حتى {month}',
    invoices: 'الفواتير السابقة',
    noInvoices: 'لا توجد فواتير بعد',
    kind: { invoice: 'فاتورة', receipt: 'إيصال', credit_note: 'إشعار دائن' },
    invoice: { open: 'مستحقة', overdue: 'متأخرة', paid: 'مدفوعة', void: 'ملغاة', uncollectible: 'مشطوبة' },
    all: 'كل الفواتير',
  },

  hidden: {
    billing: 'للاطلاع على الفواتير تواصل مع {who}',
    orders: 'للاطلاع على الطلبات تواصل مع {who}',
    unknown: 'تواصل مع من يدير حسابك',
  },

  onboarding: {
    done: 'اكتمل {done} من {total}',
    allDone: 'اكتملت كل الخطوات ({total})',
    needsYou: 'بانتظارك',
    next: 'الخطوة التالية',
    later: 'بعد ذلك',
    waiting: 'لا يلزمك فعل شيء هنا',
    us: 'تعمل {site} على ذلك',
    due: 'الموعد {day}',
    wasDue: 'كان الموعد {day}',
    optional: 'اختيارية',
    skipped: 'تم تخطيها',
    finished: { other: 'اكتمل {n}' },
    allSet: 'كل شيء جاهز. لم يبقَ ما تفعله',
  },
};
