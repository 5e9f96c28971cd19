import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** The time of the browser, to the minute: what is shown grows old while nobody touches it. */
export const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
};
