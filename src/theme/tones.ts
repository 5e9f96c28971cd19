import { reachOf, type Role } from '../providers/access.ts';

/** Who must act next, as a colour: amber 自分の番, blue 相手（事業者・支部）, violet 役所, red 問題, green 完了, grey 終了. */
export const TONES = ['mine', 'other', 'office', 'trouble', 'done', 'ended'] as const;
export type Tone = (typeof TONES)[number];

/** Column `turn` of `filing_statuses` and `oss_statuses`. */
export type Turn = 'requester' | 'agent' | 'office' | 'trouble' | 'done' | 'ended';

/** The same status is a garage's turn for the garage and the other side's for a branch. */
export const toneOf = (turn: Turn, role: Role): Tone => {
  if (turn === 'requester') return reachOf(role) === 'garage' ? 'mine' : 'other';
  if (turn === 'agent') return reachOf(role) === 'garage' ? 'other' : 'mine';
  return turn;
};

export type ToneColours = { text: string; ground: string };

/** Text on ground is at least 4.5 : 1 in both modes (tones.test.ts). */
export const TONE_COLOURS: Record<'light' | 'dark', Record<Tone, ToneColours>> = {
  light: {
    mine: { text: '#744500', ground: '#ffefd0' },
    other: { text: '#0b4a8f', ground: '#e2eefb' },
    office: { text: '#59299a', ground: '#eee6fa' },
    trouble: { text: '#9d1a1a', ground: '#fde6e5' },
    done: { text: '#135c2d', ground: '#e0f3e5' },
    ended: { text: '#4a525c', ground: '#ebedf0' },
  },
  dark: {
    mine: { text: '#ffd48a', ground: '#40300f' },
    other: { text: '#a9d0ff', ground: '#12314f' },
    office: { text: '#d6bcff', ground: '#32234c' },
    trouble: { text: '#ffb6b2', ground: '#4c1a1a' },
    done: { text: '#a5e3b4', ground: '#163a22' },
    ended: { text: '#c3c9d1', ground: '#2c3138' },
  },
};
