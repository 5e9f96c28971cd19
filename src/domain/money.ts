/** Whole yen for people: 1234 → '1,234円', -1234 → '▲1,234円' as accountants write it. */
export const formatYen = (yen: number): string => `${yen < 0 ? '▲' : ''}${formatCount(Math.abs(yen))}円`;

/** A count with thousands separators: 12345 → '12,345'. */
export const formatCount = (count: number): string => count.toLocaleString('ja-JP');
