import { isApiFinding } from './api-finding.ts';
import { levelOf, type Finding } from './finding.ts';

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

/** Checks that compare the registry with GitLab. All others are about a project itself. */
const ofRegistry: readonly string[] = ['path', 'readable', 'archived', 'listed'];

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

function sectionOf(finding: Finding): keyof DriftSections {
	const level = levelOf(finding);
	if (isApiFinding(finding)) return level === 'broken' ? 'broken' : 'ofApi';
	if (isOfProject(finding)) return level === 'broken' ? 'ofProjects' : 'unknownOfProjects';
	return level === 'notice' ? 'notices' : level;
}

function isOfProject(finding: Finding): boolean {
	if (finding.rule === 'check') return !ofRegistry.includes(finding.check.id);
	return finding.rule === 'checks-unknown' && !ofRegistry.includes(finding.check);
}
