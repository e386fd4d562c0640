import type { Finding } from './finding.ts';

/** Findings, by who has to do something about them. */
export interface DriftSections {
	/** The registry and GitLab disagree: the registry is to be changed, or GitLab. */
	broken: Finding[];
	/** Whether they agree could not be told. */
	unknown: Finding[];
	notices: Finding[];
	/** What the API's documentation and its consumers say, and the registry is not wrong. */
	ofApi: Finding[];
	/** Broken checks of projects that no change of the registry mends. */
	ofProjects: Finding[];
	/** Answers about projects that could not be told. */
	unknownOfProjects: Finding[];
}

export function toDriftSections(findings: readonly Finding[]): DriftSections {
	const sections: DriftSections = {
		broken: [],
		unknown: [],
		notices: [],
		ofApi: [],
		ofProjects: [],
		unknownOfProjects: [],
	};
	for (const finding of findings) sections[sectionOf(finding)].push(finding);
	return sections;
}

function sectionOf({ level, concerns }: Finding): keyof DriftSections {
	if (concerns === 'api') return level === 'broken' ? 'broken' : 'ofApi';
	if (concerns === 'project') return level === 'broken' ? 'ofProjects' : 'unknownOfProjects';
	return level === 'notice' ? 'notices' : level;
}
