-- お知らせ as an office would post them. Days are counted back from yesterday.

insert into public.notices (posted_on, ends_on, important, audience, is_public, branch_id, title, body, link)
select p.ends - n.days_ago, case when n.lasts is not null then p.ends - n.days_ago + n.lasts end, n.important, n.audience, n.is_public, b.id, n.title, n.body, n.link
from seed_period p
cross join (values
  (0, 30, true, 'all', true, null, '年末年始の申請受付について', '12月29日から1月3日まで、OSSの申請はできません。年内に手続を終える必要がある申請は、余裕をもってご依頼ください。', null),
  (2, null, false, 'all', false, null, '前月分の引落予定明細の公開予定について', '前月分の引落予定明細は、月次締めの後に公開します。公開後は「引落予定明細」画面でご確認ください。', null),
  (4, 14, true, 'registered', false, null, '登録車のダイレクト納付の残高確認のお願い', '残高不足による納付エラーが増えています。申請の前に、ダイレクト納付口座の残高をご確認ください。', null),
  (6, null, false, 'kei', false, null, '軽自動車の検査手数料の納付期限について', '検査手数料の納付期限を過ぎた申請は無効になります。期限等のお知らせの表示をご確認ください。', null),
  (9, null, false, 'all', true, null, '本システムの定期点検のお知らせ', '毎月第三日曜日の22時から翌6時まで、定期点検のため本システムを停止することがあります。', null),
  (12, null, false, 'all', false, null, '電子車検証の更新区分の選び方', '依頼人が更新する場合は、拠点に記録等事務代行者委託番号を登録してください。番号に誤りがあると「未受付」になります。', null),
  (15, null, false, 'registered', false, null, 'キャッシュレス利用のご案内', '登録車では、クレジットカードによる納付を選べます。申請の前に、車両ごとの支払情報の登録が必要です。', null),
  (20, null, true, 'all', false, null, '使用者の住所の入力について', '住所1は都道府県から入力してください。都道府県がない申請は、申請エラーになります。', null),
  (26, null, false, 'all', false, null, '保適証の走行距離の確認のお願い', '走行距離の誤りによる補正要求が続いています。電子保適証を登録する前に、もう一度ご確認ください。', null),
  (33, null, false, 'kei', false, null, '放置違反金の領収書について', '放置違反金の領収書がある場合は、依頼データの「領収書あり」を選んでください。', null),
  (40, null, false, 'all', false, null, '利用料金の請求書について', '引落予定明細は適格請求書を兼ねています。紙の請求書はお送りしていません。', null),
  (48, null, false, 'all', true, null, 'お問い合わせ窓口のご案内', '申請に関するお問い合わせは、管轄の支部へお願いします。支部の連絡先は「支部」画面に掲載しています。', null),
  (61, null, false, 'registered', false, null, '車検証有効期間の短縮について', '有効期間の満了日の2か月より前に申請すると、有効期間が短くなることがあります。申請予定日にご注意ください。', null),
  (75, null, true, 'all', false, null, '夏季の窓口の受付時間について', '8月中旬は、窓口の受付時間を短縮する支部があります。車検証の受け取りは事前にご確認ください。', null),
  (96, null, false, 'kei', false, null, '電子車検証管理番号の入力について', '再交付を受けた車検証の場合は、電子車検証管理番号を入力すると確認が早くなります。', null),
  (120, null, false, 'all', false, null, '明細のダウンロードについて', '検査手数料・技術情報管理手数料・重量税明細は、月ごとにも期間でも出力できます。', null),
  (155, null, false, 'all', false, null, '担当者の登録のお願い', '担当者ごとにログインIDを登録してください。ログインIDの共用はお控えください。', null),
  (190, null, true, 'all', false, null, '年度末の申請の集中について', '3月は申請が集中します。電子保適証と自賠責の登録を早めに済ませてください。', null),
  (230, null, false, 'registered', false, null, '検査登録手数料の改定について', '検査登録手数料は、納付日の額が適用されます。', null),
  (290, null, false, 'all', false, null, 'システムの画面を更新しました', '申請の一覧で、状態ごとの件数を確認できるようになりました。', null),
  (3, null, false, 'all', false, '118', '【東京】車検証の受け取りについて', '車検証と検査標章は、本会の窓口で15時からお渡しします。旧車検証をお持ちください。', null),
  (18, null, false, 'all', false, '118', '【東京】講習会のご案内', 'OSS申請の基礎講習会を開催します。参加を希望する事業者は支部までご連絡ください。', null),
  (37, null, true, 'kei', false, '118', '【東京】軽自動車の窓口の変更について', '軽自動車の受付窓口を1階に移しました。', null),
  (7, null, false, 'all', false, '101', '【札幌】降雪時の窓口業務について', '大雪の日は、窓口を開ける時刻が遅れることがあります。', null),
  (52, null, false, 'all', false, '101', '【札幌】担当者の交代のお知らせ', 'OSS申請の担当者が交代しました。ご連絡先は変わりません。', null)
) n (days_ago, lasts, important, audience, is_public, branch_code, title, body, link)
left join public.branches b on b.code = n.branch_code
order by n.days_ago desc;
