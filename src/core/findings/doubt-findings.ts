import { findPageDoubts, type DatedPage, type DoubtSources } from '#core/doubt/page-doubt.ts';
import type { Finding } from './finding.ts';

/** Pages that speak of something that has changed since, each with the line that does. */
export function findDoubtFindings(
	pages: readonly (DatedPage & { file: string })[],
	sources: DoubtSources,
): Finding[] {
	return pages.flatMap(({ file, ...page }) =>
		findPageDoubts(page, sources).map(({ line, ...doubt }): Finding => ({
			rule: 'page-in-doubt',
			level: 'notice',
			concerns: 'registry',
			place: { file, line },
			key: `${file} ${doubt.kind === 'project' ? doubt.cited.path : doubt.title}`,
			doubt,
		})),
	);
}
