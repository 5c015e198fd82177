// What can be asked about, in Japanese.
export default {
  why: 'どのような内容ですか',
  reasons: {
    late: '遅れています',
    stuck: '動きがありません',
    not_here: '配達済みですが届いていません',
    damaged: '破損して届きました',
    missing: '足りないものがあります',
    wrong_item: '注文したものと違います',
    wrong_address: '住所が違います',
    refund_missing: '返金が届いていません',
    charged_twice: '二重に請求されました',
    wrong_amount: '金額が違います',
    unknown_charge: '心当たりのない請求です',
    already_paid: 'すでに支払いました',
    blocked: '先に進めません',
    question: 'ほかの質問があります',
  },
  noted: '承りました。戻って、メッセージをお送りください。',
};
