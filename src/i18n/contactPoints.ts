/** お問い合わせ: topic → who answers, when (docs/domain.md §6.7). `branch` stands for the garage's own branch. Loaded with its page alone. */
export type ContactPoint = { topic: string; contact: string; phone?: string; mail?: string; hours: string; branch?: true };

const OFFICE = '平日 9:00～16:45（指定の休日を除く）';
const KEI = '平日 8:30～17:00（12月29日～1月3日を除く）';

export const contactPoints: ContactPoint[] = [
  { topic: 'AINAS・OSSの入会、退会、登録内容の変更', contact: '', hours: OFFICE, branch: true },
  { topic: '利用料金・立替・引落について', contact: '', hours: OFFICE, branch: true },
  { topic: '申請の状況、補正・却下について', contact: '', hours: OFFICE, branch: true },
  { topic: 'AINASまたは管理システムのパスワードを忘れた', contact: '', hours: OFFICE, branch: true },
  { topic: 'AINAS利用登録通知書をなくした', contact: '', hours: OFFICE, branch: true },
  { topic: '保適証サービスで直接作成した保適証について', contact: '', hours: OFFICE, branch: true },
  { topic: 'AINASの操作方法、AINASの停止などの不具合', contact: '自動車情報利活用促進協会 情報事業課', mail: 'info@aina.or.jp', hours: '平日 9:00～12:00、13:00～17:00（年末年始を除く）' },
  { topic: '整備業務システムの操作、エラーコード', contact: '整備業務システム会社', hours: '各社の案内による' },
  { topic: 'OSS（登録車）の停止などの不具合', contact: '国土交通省 OSSヘルプデスク', phone: '050-5540-2000', hours: '平日 8:30～17:00（年末年始を除く）' },
  { topic: '軽OSS（軽自動車）の停止などの不具合', contact: '軽自動車検査協会 軽自動車OSS専用ダイヤル', phone: '050-3364-0800', hours: KEI },
];
