/** Asks a worker one question and ends it. A worker answers its result, or one sentence for the person. @throws Error with that sentence */
export const askWorker = <Result extends { ok: true }>(worker: Worker, request: unknown): Promise<Result> =>
  new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Result | { ok: false; message: string }>) => {
      worker.terminate();
      if (data.ok) resolve(data);
      else reject(new Error(data.message));
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new Error(event.message));
    });
    worker.postMessage(request, { transfer: [] });
  });
