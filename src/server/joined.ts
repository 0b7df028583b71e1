/** Runs the work of one name once at a time: who asks while it runs gets the same answer. */
export function joined<Answer>() {
  const running = new Map<string, Promise<Answer>>();
  return (name: string, work: () => Promise<Answer>): Promise<Answer> => {
    const before = running.get(name);
    if (before) return before;
    const answer = work().finally(() => running.delete(name));
    running.set(name, answer);
    return answer;
  };
}
