import { type Context, HttpError } from "fresh";
import type { Patient } from "@/clinic/patients/patient.ts";
import { viewPatient } from "@/clinic/patients/view_patient.ts";
import { code128, type Modules } from "./code128.ts";
import type { DeskState } from "@/routes/(_shared)/state.ts";

/** What a card and a label show. */
export interface PatientSlip {
  readonly patient: Patient & { readonly full_name: string; readonly file_number: string };
  /** The barcode of the file number alone; undefined where a barcode cannot hold it. */
  readonly barcode: Modules | undefined;
}

/** Loads it for the patient in the address. @throws ClinicError as viewPatient @throws HttpError 404 where the record does not open */
export async function loadPatientSlip(
  { state: { scope }, params }: Context<DeskState>,
): Promise<PatientSlip> {
  const { view } = await viewPatient(scope, { id: params.id!, withVoided: false });
  if (view.full_name === null) throw new HttpError(404, "Not Found");
  return { patient: view, barcode: await code128(view.file_number) };
}
