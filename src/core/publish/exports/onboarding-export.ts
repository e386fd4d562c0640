import type { Cited } from '#core/inventory/cited-project.ts';
import { describeCited } from '#core/words/cited-words.ts';
import { ExportedStep, OnboardingExport } from '#model/exports/onboarding.ts';
import type { OnboardingStep } from '#model/onboarding.ts';
import type { About } from '#model/snapshot.ts';
import { columnsOf, toTable, type CsvTable } from './csv.ts';
import { toExportHead, toListStamp, type HeadSource } from './export-head.ts';

interface OnboardingSource extends HeadSource {
	about: About;
	/** In order, each with where it leads for readers outside of the site. */
	steps: readonly (OnboardingStep & { cited: Cited; publishedUrl: string })[];
}

export function toOnboardingExport(source: OnboardingSource): OnboardingExport {
	const { about, steps } = source;
	const head = toExportHead('onboarding', source);
	return {
		...head,
		snapshot: {
			...head.snapshot,
			projects: toListStamp(about.lists.projects),
			groups: toListStamp(about.lists.groups),
		},
		steps: steps.map(({ id, title, why, grants = null, roles, when, cited, publishedUrl }) => ({
			id,
			title,
			why,
			grants,
			roles,
			when,
			url: publishedUrl,
			state: cited.state,
			says: describeCited(cited)?.text ?? null,
		})),
	};
}

export function toOnboardingTable({ snapshot, steps }: OnboardingExport): CsvTable {
	const columns = [
		...columnsOf(ExportedStep, ExportedStep.keyof().options, (step: ExportedStep) => step),
		...columnsOf(OnboardingExport.shape.snapshot, ['pulledAt', 'source', 'sample'], () => snapshot),
	];
	return toTable(columns, steps);
}
