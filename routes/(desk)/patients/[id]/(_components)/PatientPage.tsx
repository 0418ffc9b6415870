import { today } from "@/clinic/calendar.ts";
import type { Patient } from "@/clinic/patients/patient.ts";
import { mayDo } from "@/clinic/permissions.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { VoidOrRestore } from "@/routes/(_shared)/forms/VoidOrRestore.tsx";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";
import { Crumbs } from "@/routes/(_shared)/ui/Crumbs.tsx";
import { DefinitionList } from "@/routes/(_shared)/ui/DefinitionList.tsx";
import { History } from "@/routes/(_shared)/ui/History.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { Tag } from "@/routes/(_shared)/ui/Tag.tsx";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { VoidedBanner } from "@/routes/(_shared)/ui/VoidedBanner.tsx";
import {
  bornInWords,
  genderInWords,
  isEstimated,
  nameInWords,
} from "@/routes/(_shared)/words/patient_words.ts";
import type { PatientPageData } from "./patient_page.ts";
import { VisitsOfPatient } from "./VisitsOfPatient.tsx";

interface PatientPageProps extends PatientPageData {
  readonly state: DeskState;
  /** What was just done, in a sentence. */
  readonly done?: string;
}

/** A patient: their details, their visits, and the forms that void and restore the record. */
export function PatientPage({ state, done, ...data }: PatientPageProps) {
  const { words, info, person: { role } } = state;
  const { patient, version, visits, history, refused } = data;
  const t = words.patients;
  const path = `/patients/${patient.patient_id}`;
  const isVoided = patient.voided !== undefined;
  const problems = refused?.problems ?? [];
  return (
    <>
      <Title words={words} text={t.one} hasProblems={problems.length > 0} />
      <Crumbs href="/patients" label={t.title} />
      <ErrorSummary words={words} problems={problems} />
      {done && <Banner tone="done">{done}</Banner>}
      <Head state={state} patient={patient} path={path} />
      {patient.voided && <VoidedBanner words={words} clinic={info.clinic} voided={patient.voided} />}
      <DefinitionList items={[{ term: t.contact_details, detail: patient.contact_details }]} />
      <VisitsOfPatient words={words} path={path} {...visits} />
      {mayDo(role, isVoided ? "patient.restore" : "patient.void") && (
        <VoidOrRestore
          words={words}
          voidReason={refused?.voidReason}
          restoreReason={refused?.restoreReason}
          {...{ path, version, isVoided, problems }}
        />
      )}
      {history && <History words={words} clinic={info.clinic} history={history} />}
      {mayDo(role, "audit.read") && (
        <p>
          <a href={`/audit?patient=${patient.patient_id}`}>{words.audit.whoSawRecord}</a>
        </p>
      )}
    </>
  );
}

/** Who it is, and what can be done. */
function Head({ state, patient, path }: { state: DeskState; patient: Patient; path: string }) {
  const { words, info } = state;
  const t = words.patients;
  return (
    <PageHead
      title={nameInWords(words, patient)}
      tags={
        <>
          {patient.voided && <Tag tone="voided">{words.common.voided}</Tag>}
          {isEstimated(patient) && <Tag tone="estimated">{t.estimated}</Tag>}
        </>
      }
      facts={[
        genderInWords(words, patient),
        bornInWords(words, patient, today(info.clinic)),
        <strong key="number">{patient.file_number}</strong>,
      ]}
    >
      {!patient.voided && (
        <>
          <Action href={`${path}/visit`} label={words.visits.log} icon="calendar-plus" />
          <Action href={`${path}/change`} label={t.changeDetails} icon="pencil" plain />
          <Action href={`${path}/card`} label={words.print.card} icon="printer" plain />
          <Action href={`${path}/label`} label={words.print.label} icon="printer" plain />
        </>
      )}
    </PageHead>
  );
}
