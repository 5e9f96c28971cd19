/** Things to undo when the stack stops or fails to start: in reverse order, each tried even when another fails. */
export const createUndo = () => {
  const steps: (() => unknown)[] = [];
  return {
    add: (step: () => unknown): void => {
      steps.push(step);
    },
    run: async (): Promise<void> => {
      for (const step of steps.splice(0).toReversed()) {
        await Promise.resolve()
          .then(step)
          .catch((cause: unknown) => console.error(cause));
      }
    },
  };
};

export type Undo = ReturnType<typeof createUndo>;
