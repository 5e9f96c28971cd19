import { useEffect, useRef, useState } from 'react';
import { pixelsOf } from './codeReader.ts';

/** Why there is no picture: the person or the browser said no, there is no camera, another program has it, or the address is not https. */
export type CameraProblem = 'refused' | 'absent' | 'busy' | 'insecure';

const PROBLEMS: Record<string, CameraProblem> = { NotAllowedError: 'refused', SecurityError: 'refused', NotFoundError: 'absent', OverconstrainedError: 'absent' };
const problemOf = (cause: unknown): CameraProblem => (cause instanceof DOMException ? PROBLEMS[cause.name] ?? 'busy' : 'busy');

const PAUSE_MS = 100;
const pause = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, PAUSE_MS); });

/**
 * Looks through the camera into `video` while it is on, and shows `onPicture` one picture after the other, until it answers that
 * it has enough.
 */
export const useCamera = (onPicture: (picture: ImageData) => Promise<boolean>) => {
  const video = useRef<HTMLVideoElement>(null);
  const [on, setOn] = useState(false);
  const [problem, setProblem] = useState<CameraProblem | null>(null);
  const show = useRef(onPicture);
  useEffect(() => {
    show.current = onPicture;
  });

  useEffect(() => {
    if (!on) return undefined;
    let stream: MediaStream | undefined;
    const ending = new AbortController();
    const close = () => stream?.getTracks().forEach((track) => track.stop());
    const look = async (view: HTMLVideoElement): Promise<void> => {
      while (!ending.signal.aborted) {
        const picture = pixelsOf(view, view.videoWidth, view.videoHeight);
        if (picture !== null && (await show.current(picture))) break;
        await pause();
      }
      if (!ending.signal.aborted) setOn(false);
    };
    const begin = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } } });
      const view = video.current;
      if (ending.signal.aborted || view === null) return close();
      view.srcObject = stream;
      await view.play();
      await look(view);
    };
    begin().catch((cause: unknown) => {
      if (ending.signal.aborted) return;
      setProblem(problemOf(cause));
      setOn(false);
    });
    return () => {
      ending.abort();
      close();
    };
  }, [on]);

  const start = () => {
    // Browsers hide the camera from pages that do not come over https.
    const hidden = !('mediaDevices' in navigator);
    setProblem(hidden ? 'insecure' : null);
    setOn(!hidden);
  };
  return { video, on, problem, start, stop: () => setOn(false) };
};
