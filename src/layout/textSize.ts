import { useEffect } from 'react';
import { useStore } from 'react-admin';

export const TEXT_SIZES = { standard: '100%', large: '115%', largest: '130%' } as const;
export type TextSize = keyof typeof TEXT_SIZES;

/** 文字サイズ, kept in this browser. Every size of the app is rem, so the root's size is all there is to change. */
export const useTextSize = () => {
  const [size, setSize] = useStore<TextSize>('frame.textSize', 'standard');
  useEffect(() => {
    document.documentElement.style.fontSize = TEXT_SIZES[size];
  }, [size]);
  return [size, setSize] as const;
};
