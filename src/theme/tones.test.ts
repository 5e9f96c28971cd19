import { describe, expect, it } from 'vitest';
import { TONE_COLOURS, TONES, toneOf } from './tones.ts';

const channel = (hex: string, at: number): number => {
  const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string): number => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
const contrast = (one: string, two: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(two)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

describe('tones', () => {
  it.each(['light', 'dark'] as const)('are legible (AA) in %s', (mode) => {
    for (const tone of TONES) expect(contrast(TONE_COLOURS[mode][tone].text, TONE_COLOURS[mode][tone].ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('say whose turn it is from where one sits', () => {
    expect(toneOf('requester', 'branch_staff')).toBe('other');
    expect(toneOf('requester', 'submitter')).toBe('mine');
    expect(toneOf('agent', 'branch_staff')).toBe('mine');
    expect(toneOf('agent', 'site_admin')).toBe('other');
    expect(toneOf('trouble', 'hq_admin')).toBe('trouble');
  });
});
