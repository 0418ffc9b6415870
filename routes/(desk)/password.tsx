import { type Context, page } from "fresh";
import { changeOwnPassword, passwordChange } from "@/clinic/access/own_password.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { TextField } from "@/routes/(_shared)/forms/TextField.tsx";
import { type Form, readForm } from "@/routes/(_shared)/forms/form.ts";
import { checkRepeated, NewPassword } from "@/routes/(_shared)/forms/NewPassword.tsx";
import { type Problem, problemsIn, problemsOf } from "@/routes/(_shared)/forms/problems.ts";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { dayInWords, dayOf } from "@/routes/(_shared)/words/dates.ts";
import { Interpolated } from "@/routes/(_shared)/words/Interpolated.tsx";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";

export const handler = defineDesk.handlers({
  GET: () => page<Problem[]>([]),

  async POST(ctx) {
    const problems = await changePassword(ctx, await readForm(ctx));
    if (problems.length > 0) return page(problems, { status: 422 });
    return ctx.redirect("/?password=changed", 303);
  },
});

export default defineDesk.page<typeof handler>(({ data: problems, state }) => {
  const { person, words } = state;
  const t = words.account.password;
  return (
    <div class="narrow">
      <Title words={words} text={t.changeTitle} hasProblems={problems.length > 0} />
      <ErrorSummary words={words} problems={problems} />
      <h1>{person.passwordEndsAt ? t.chooseTitle : t.changeTitle}</h1>
      <Introduction state={state} />
      <PostForm class="card" action="/password">
        <input type="text" autocomplete="username" value={person.username} readOnly hidden />
        <TextField
          name="current"
          label={t.current}
          type="password"
          autocomplete="current-password"
          problems={problems}
        />
        <NewPassword words={words} name="new" label={t.new} problems={problems} />
        <button class="button" type="submit">{t.submit}</button>
      </PostForm>
    </div>
  );
});

async function changePassword(
  { state: { scope, words } }: Context<DeskState>,
  form: Form,
): Promise<Problem[]> {
  const input = { current: form.verbatim("current"), new: form.verbatim("new") };
  const checked = passwordChange.safeParse(input);
  const problems = [
    ...problemsIn(words, checked.error?.issues ?? []),
    ...checkRepeated(words, form, input.new),
  ];
  if (!checked.success || problems.length > 0) return problems;
  try {
    await changeOwnPassword(scope, checked.data);
    return [];
  } catch (error) {
    return problemsOf(words, error);
  }
}

function Introduction({ state: { person, words, info } }: { state: DeskState }) {
  const { changeExplanation, mustChange } = words.account.password;
  if (!person.passwordEndsAt) return <p>{changeExplanation}</p>;
  const day = dayInWords(words, dayOf(info.clinic, person.passwordEndsAt));
  return (
    <p>
      <Interpolated text={mustChange} day={<strong>{day}</strong>} />
    </p>
  );
}
