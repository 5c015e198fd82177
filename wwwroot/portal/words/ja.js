// The page's words in Japanese.
export default {
  lang: 'ja',
  dir: 'ltr',

  days: { weekday: '{day}', date: '{day}', at: '{day} {time}' },

  views: { account: 'アカウント', orders: 'ご注文', billing: 'お支払い', onboarding: 'はじめに' },

  signIn: {
    account: 'ご注文とご請求をここで確認できます',
    orders: 'ご注文の配送状況を確認できます',
    billing: 'プランとご請求をここで確認できます',
    onboarding: '次の手順をここで確認できます',
  },
  empty: {
    account: { title: 'まだ何もありません', text: 'ご注文、ご請求、次の手順がここに表示されます。' },
    orders: { title: 'ご注文はまだありません', text: 'ご注文と、その配送状況、お届け日がここに表示されます。' },
    billing: { title: 'ご請求はまだありません', text: 'プラン、請求書、お支払い方法がここに表示されます。' },
    onboarding: { title: '設定することはありません', text: 'お願いしたいことがあるときは、ここに表示されます。' },
  },

  notices: {
    standalone: {
      title: '{site}のチャットから開いてください',
      text: 'チャットから開くと、アカウントが表示されます。',
    },
    apart: {
      title: 'アカウントの表示には{site}のウェブサイトが必要です',
      text: 'ブラウザーで{site}を開いてログインし、そこでチャットを開いてください。',
    },
    untold: { title: 'アカウントを読み込めませんでした', text: 'チャットを閉じて、もう一度開いてください。' },
    anonymous: { text: '新しいタブで{site}にログインしてから、ここに戻ってください。' },
    unverified: {
      title: 'ご本人の確認をお願いします',
      text: '新しいタブで{site}にログインしてから、ここに戻ってください。アカウントが表示されます。',
    },
    mismatch: {
      title: '{site}に別のアカウントでログインしています',
      text: 'このチャットは別のアカウントのものです。そのアカウントで{site}にログインしてから、ここに戻ってください。',
    },
    offline: { title: 'オフラインです', text: '接続が戻ると、アカウントが表示されます。' },
    refused: {
      title: 'ご本人であることを確認できませんでした',
      text: 'もう一度お試しいただくか、{site}にログインし直してください。',
    },
    busy: { title: '少々お待ちください', text: '操作が少し速すぎたようです。' },
    unavailable: {
      title: '現在、アカウントを表示できません',
      text: 'データは失われていません。しばらくしてから、もう一度お試しください。',
    },
    help: 'または、前の画面に戻ってメッセージをお送りください。',
    question: 'ご質問は、前の画面に戻ってメッセージをお送りください。',
  },

  actions: {
    signIn: '{site}にログイン',
    visit: '{site}へ移動',
    retry: 'もう一度試す',
    retryIn: '{seconds}秒後にもう一度試せます',
    retryingIn: '{seconds}秒後にもう一度試します',
  },

  page: {
    loading: 'アカウントを読み込んでいます',
    newTab: '（新しいタブで開きます）',
    updated: { other: '{n}分前に更新' },
    updatedNow: 'たった今更新',
    stale: '更新できませんでした。{age}',
    notYou: 'ご本人ではありませんか？',
    notYouHow: '{site}からログアウトし、ご自身のアカウントでログインすると、この画面も切り替わります。',
  },

  ask: { about: 'これについて質問する', failed: '承ることができませんでした。' },

  attention: {
    card_expires_before_renewal: 'カードの有効期限が次回のお支払いより前に切れます',
    trial_ends: 'トライアル終了：{day}',
    seats_full: { other: '{n}席すべてが使用中です' },
    updateCard: 'カードを変更',
    addCard: 'カードを登録して{plan}を続ける',
    addSeats: '席を追加',
    pay: '{amount}を支払う',
    manage: 'プランを管理',
    restart: 'プランを再開',
    see: { orders: 'ご注文を見る', billing: '請求書を見る', onboarding: '手順を見る' },
    show: '表示',
  },

  orders: {
    title: 'ご注文 {number}',
    placed: 'ご注文日：{day}',
    more: { other: 'ほか{n}件を配送中' },
    none: 'まだありません',
    status: {
      processing: '準備中', shipped: '発送済み', out_for_delivery: '配達中', delivered: '配達完了',
      cancelled: 'キャンセル済み', returned: '返品済み',
      preparing: '準備中', in_transit: '発送済み', ready_for_pickup: '受け取り可能', failed: '配達できませんでした',
      exception: '保留中',
    },
    exception: {
      customs: '税関で保留中', damaged: '配送中に破損', lost: '配送中に紛失', returned_to_sender: '{site}へ返送中',
    },
    step: '{total}段階中{step}：{word}',
    arrives: 'お届け予定：{day}',
    arrivesFrom: 'お届け予定：{day} {time}から',
    arrivesBy: 'お届け予定：{day} {time}まで',
    arrivesBetween: 'お届け予定：{day} {from}～{time}',
    arrived: 'お届け済み：{day} {time}',
    expected: '遅延：お届け予定日は{day}でした',
    silent: { other: '{n}日間更新がありません' },
    seen: { in_transit: '最後の確認場所：{place}', out_for_delivery: '配達中：{place}' },
    notHome: '{date}はご不在でした',
    newDay: '別の日を選ぶ',
    undated: 'お届け日は発送時にお知らせします',
    parcel: '荷物 {parcel}／{total}',
    track: '{carrier}で追跡',
    trackAny: '荷物を追跡',
    proof: '配達証明',
    earlier: { other: '以前の更新{n}件' },
    each: '1点 {price}',
    total: '合計',
    details: 'ご注文の詳細',
    older: '以前のご注文',
    all: 'すべてのご注文',
  },

  refund: {
    title: '返金',
    status: {
      requested: '申請済み', approved: '承認済み', on_the_way: '手続き中', received: '返品到着', refunded: '返金済み', declined: '不承認',
    },
    says: {
      requested: '{amount}の返金を申請済み', approved: '{amount}の返金を承認済み', on_the_way: '{amount}の返金手続き中',
      received: '返品到着、{amount}を返金します', declined: '{amount}の返金は承認されませんでした',
    },
    done: '{date}に{amount}を返金済み',
    on: '{date}',
  },

  billing: {
    price: { month: '月額{amount}', year: '年額{amount}' },
    status: {
      trialing: 'トライアル', active: '有効', past_due: 'お支払い期限超過', paused: '一時停止中', cancelled: '解約済み',
    },
    renews: '{date}に更新',
    trialEnds: 'トライアル終了：{day}',
    ends: '{date}に終了',
    ended: '{date}に終了しました',
    next: '次回のお支払い',
    seats: { other: '{n}席中{used}席を使用' },
    usage: '{name}：{used} {unit}',
    usageOf: '{name}：{included} {unit}中{used}',
    resets: '{date}にリセット',
    near: '残りわずか',
    over: '上限を超えています',
    credit: 'クレジット残高',
    debt: '未払い残高',
    toPay: 'お支払い額：{amount}',
    due: 'お支払い期限：{date}',
    declined: '{date}にカードが承認されませんでした',
    card: '{brand}（末尾{last4}）',
    anyCard: 'カード',
    expires: '有効期限：{month}',
    invoices: '請求書',
    noInvoices: '請求書はまだありません',
    kind: { invoice: '請求書', receipt: '領収書', credit_note: 'クレジットノート' },
    invoice: { open: '未払い', overdue: '期限超過', paid: '支払い済み', void: '取り消し済み', uncollectible: '回収不能' },
    all: 'すべての請求書',
  },

  hidden: {
    billing: 'お支払いについては{who}さんにお尋ねください',
    orders: 'ご注文については{who}さんにお尋ねください',
    unknown: 'アカウントの管理者にお尋ねください',
  },

  onboarding: {
    done: '{total}件中{done}件完了',
    allDone: '{total}件すべて完了',
    needsYou: 'お客様の対応が必要です',
    next: '次の手順',
    later: 'その後',
    waiting: 'お客様の作業は不要です',
    us: '{site}が対応中です',
    due: '期限：{day}',
    wasDue: '期限は{day}でした',
    optional: '任意',
    skipped: 'スキップ済み',
    finished: { other: '{n}件完了' },
    allSet: 'すべて完了しました。残りの作業はありません',
  },
};
