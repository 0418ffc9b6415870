import type { FirstSteps as Steps } from "@/clinic/departments/first_steps.ts";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";
import { Icon } from "@/routes/(_shared)/ui/Icon.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";

type Step = keyof Steps;

/** Each step needs those before it. */
const STEPS: readonly (readonly [step: Step, href: string])[] = [
  ["department", "/departments"],
  ["clinician", "/staff/new"],
  ["patient", "/patients/new"],
  ["visit", "/patients"],
];

/** Whether anything is left to do. */
export function areStepsLeft(steps: Steps): boolean {
  return STEPS.some(([step]) => !steps[step]);
}

/** What a new clinic still needs for its first visit: steps that are done have a tick, the next one is a button. */
export function FirstSteps({ words, steps }: { words: Words; steps: Steps }) {
  const t = words.home.steps;
  const next = STEPS.find(([step]) => !steps[step])?.[0];
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t.title}</h2>
      <ol class="steps card" role="list">
        {STEPS.map(([step, href], nth) => (
          <li key={step} aria-current={step === next ? "step" : undefined}>
            <span class="tick">{steps[step] ? <Icon name="check" /> : nth + 1}</span>
            <div>
              {steps[step]
                ? <DoneStep words={words} step={step} />
                : step === next
                ? <NextStep words={words} step={step} href={href} />
                : <a href={href}>{t[step]}</a>}
            </div>
          </li>
        ))}
      </ol>
      <p class="fine">
        <a href="/set-up/key">{t.key}</a>
      </p>
    </section>
  );
}

function DoneStep({ words: { home: { steps } }, step }: { words: Words; step: Step }) {
  return (
    <>
      <span class="unseen">{steps.done}</span> {steps[step]}
    </>
  );
}

function NextStep({ words: { home: { steps } }, step, href }: { words: Words; step: Step; href: string }) {
  return (
    <>
      <Action href={href} label={steps[step]} />
      <p class="hint">{steps[`${step}Hint`]}</p>
    </>
  );
}
