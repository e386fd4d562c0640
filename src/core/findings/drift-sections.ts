import type { Finding } from './finding.ts';

type DriftSection =
	| /** The registry and GitLab disagree: the registry is to be changed, or GitLab. */
	  'broken'
	  /** Whether they agree could not be told. */
	| 'unknown'
	| 'notices'
	/** What the API's documentation and its consumers say, and the registry is not wrong. */
	| 'ofApi'
	/** Broken checks of projects that no change of the registry mends. */
	| 'ofProjects'
	/** Answers about projects that could not be told. */
	| 'unknownOfProjects';

/** Findings, by who has to do something about them. Where there is none, there is no section. */
export function toDriftSections(
	findings: readonly Finding[],
): Partial<Record<DriftSection, Finding[]>> {
	return Object.groupBy(findings, sectionOf);
}

function sectionOf({ level, concerns }: Finding): DriftSection {
	if (concerns === 'api') return level === 'broken' ? 'broken' : 'ofApi';
	if (concerns === 'project') return level === 'broken' ? 'ofProjects' : 'unknownOfProjects';
	return level === 'notice' ? 'notices' : level;
}
