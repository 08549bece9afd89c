/** The last two numbers of a code `area.topic.step`. */
export interface CodeSteps {
  readonly topic: number;
  readonly step: number;
}

/** The codes that may follow another in an area: the next step of its topic, the first of the next topic. */
export function nextCodes(area: string, previous: CodeSteps | undefined): string[] {
  if (!previous) return [`${area}.1.1`];
  const { topic, step } = previous;
  return [`${area}.${topic}.${step + 1}`, `${area}.${topic + 1}.1`];
}
