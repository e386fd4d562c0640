import { lists } from '#model/snapshot.ts';
import type { Finding } from './finding.ts';

/** Where somebody looks who wants to do something about a finding. */
export interface FindingPlace {
	/** `content/registry/projects.yaml` */
	file: string;
	/** Counted from 1. `null`: the file as a whole. */
	line: number | null;
}

export function findPlace(finding: Finding): FindingPlace {
	switch (finding.rule) {
		case 'check':
		case 'project-not-pulled':
		case 'group-not-visible':
		case 'consumer-calls-nothing':
		case 'call-unmapped':
		case 'consumer-not-read': {
			const { file, line } = finding.place;
			return { file, line };
		}
		case 'project-not-declared': {
			const { line = 0 } = finding.edit ?? {};
			return { file: registryFile('projects'), line: line === 0 ? null : line };
		}
		case 'exemption-ended':
		case 'exemption-not-needed':
		case 'exemption-of-nothing':
			return { file: registryFile('checks'), line: finding.place?.line ?? null };
		case 'complete-group-not-visible':
			return { file: registryFile('checks'), line: finding.line };
		case 'endpoint-not-declared':
		case 'endpoint-not-documented':
		case 'endpoints-not-in-source':
		case 'page-without-endpoints':
		case 'deprecated-endpoint-called':
			return { file: registryFile('api'), line: null };
		case 'checks-unknown':
			return { file: registryFile('checks'), line: null };
		case 'milestone-without-planning-issue':
			return { file: registryFile('plan'), line: null };
		case 'project-no-longer-declared':
			return { file: registryFile(finding.list), line: null };
		case 'list-stale':
		case 'list-missing':
			return { file: registryFile(lists[finding.list].declaredIn), line: null };
	}
}

function registryFile(name: string): string {
	return `content/registry/${name}.yaml`;
}
