import { useEffect, useRef, useState } from 'react';

/** The part of the browser's BarcodeDetector that is used here; TypeScript does not know it yet. */
type Detector = { detect: (source: CanvasImageSource | Blob | ImageBitmap) => Promise<{ rawValue: string }[]> };
type DetectorClass = new (options: { formats: string[] }) => Detector;

const detectorClass = (): DetectorClass | undefined => {
  const found: unknown = Reflect.get(globalThis, 'BarcodeDetector');
  return typeof found === 'function' ? (found as DetectorClass) : undefined;
};

/** Whether this browser reads two-dimensional codes. */
export const canReadCodes = (): boolean => detectorClass() !== undefined;

const createDetector = (): Detector | undefined => {
  const Found = detectorClass();
  return Found === undefined ? undefined : new Found({ formats: ['qr_code'] });
};

/** The texts of the codes in a picture. */
export const readPicture = async (picture: Blob): Promise<string[]> => {
  const codes = (await createDetector()?.detect(await createImageBitmap(picture))) ?? [];
  return codes.map(({ rawValue }) => rawValue);
};

const EVERY_MS = 250;

/** Looks through the camera into `video` while it is on, and tells every code it sees, until `onCodes` answers that it has enough. */
export const useCamera = (onCodes: (texts: string[]) => boolean) => {
  const video = useRef<HTMLVideoElement>(null);
  const [on, setOn] = useState(false);
  const [refused, setRefused] = useState(false);
  const tell = useRef(onCodes);
  useEffect(() => {
    tell.current = onCodes;
  });

  useEffect(() => {
    if (!on) return undefined;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setInterval> | undefined;
    let ended = false;
    const detector = createDetector();
    const look = async () => {
      const codes = video.current === null || video.current.readyState < 2 ? [] : await (detector?.detect(video.current) ?? []);
      if (codes.length > 0 && !ended && tell.current(codes.map(({ rawValue }) => rawValue))) setOn(false);
    };
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 } } });
      if (ended || video.current === null) return;
      video.current.srcObject = stream;
      await video.current.play();
      timer = setInterval(() => void look().catch(() => undefined), EVERY_MS);
    };
    begin().catch(() => {
      setRefused(true);
      setOn(false);
    });
    return () => {
      ended = true;
      clearInterval(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [on]);
  return { video, on, refused, start: () => { setRefused(false); setOn(true); }, stop: () => setOn(false) };
};
