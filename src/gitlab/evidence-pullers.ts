import type { CurrentProjects } from './current-projects.ts';
import type { Count, Puller, Source } from './source.ts';

/** What the consumers call, the newest versions of the libraries, and the documentation of the API. */
export function evidencePullers(
	...[]: [Source, Count, () => Promise<CurrentProjects>]
): Record<'evidence' | 'libraries' | 'surface', Puller> {
	const reason = 'Not built yet.';
	return {
		evidence: { of: 0, pull: () => Promise.resolve({ evidence: { kind: 'impossible', reason } }) },
		libraries: {
			of: 0,
			pull: () => Promise.resolve({ libraries: { kind: 'impossible', reason } }),
		},
		surface: { of: 0, pull: () => Promise.resolve({ surface: { kind: 'impossible', reason } }) },
	};
}
