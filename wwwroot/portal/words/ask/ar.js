// What can be asked about, in Arabic.
export default {
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
};
