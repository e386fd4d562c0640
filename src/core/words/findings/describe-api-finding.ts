import type { CallFinding } from '#core/findings/call-findings.ts';
import type { FindingBase } from '#core/findings/finding-base.ts';
import type { SurfaceFinding, SurfaceSource } from '#core/findings/surface-drift.ts';
import type { FindingWords } from './finding-words.ts';
import { formatCount, formatList } from '../formats.ts';

const file = 'content/registry/api.yaml';

export function describeApiFinding(
	finding: FindingBase & (SurfaceFinding | CallFinding),
): FindingWords {
	switch (finding.rule) {
		case 'endpoint-not-declared':
			return {
				found: `The endpoint ${finding.endpoint} isn't declared, but ${finding.project} documents it in ${describePlaces(finding.places)}.`,
				fix: "Add it to endpoints. If it isn't an endpoint, or isn't public, add it to surface.ignored with the reason.",
			};
		case 'endpoint-not-documented':
			return {
				found: `The endpoint "${finding.id}" (${finding.endpoint}) isn't documented in ${formatList(finding.files, 'or')}.`,
				fix: "Correct its method and path, or remove it if it's gone. If it's documented on another page, add that page to surface.pages.",
			};
		case 'endpoints-not-in-source':
			return {
				found: `${sources[finding.source]} (${finding.files.join(', ')}) doesn't have ${formatList(finding.endpoints)}, which ${finding.endpoints.length === 1 ? 'is' : 'are'} declared here and documented elsewhere.`,
				fix: 'The registry is right. Complete the documentation if it should be there.',
			};
		case 'docs-anchor-gone':
			return {
				found: `The documentation of the endpoint "${finding.id}" is ${finding.docs}, but ${finding.file} of ${finding.project} has no heading with that anchor.`,
				fix: 'Correct the anchor: the heading was renamed, or is gone.',
			};
		case 'page-without-endpoints':
			return {
				found: `We found no endpoint on the page ${finding.file} of ${finding.project}, so we can't check which endpoints are still documented.`,
				fix: 'Correct its path, or remove it from surface.pages.',
				command: "If it's new in the registry, run npm run pull first.",
			};
		case 'consumer-calls-nothing':
			return {
				found: `We found no call of the API in ${formatCount(finding.files, 'file')} of the consumer ${finding.project}.`,
				fix: "Remove it if it no longer calls the API. If it does so in a way we don't look for, say so in its note.",
			};
		case 'call-unmapped':
			return {
				found: `${finding.project} calls ${finding.call} in ${finding.at}${finding.count > 1 ? ` and in ${formatCount(finding.count - 1, 'other place')}` : ''}, which belongs to no endpoint of ${file}.`,
				fix: `Add the name to the endpoint it calls in ${file}, or add that endpoint.`,
			};
		case 'consumer-not-read':
			return {
				found: `${finding.project}: ${extents[finding.extent]}.`,
				why: finding.why,
				...(!finding.why.includes('pull') && { command: commands[finding.extent] }),
			};
		case 'deprecated-endpoint-called':
			return {
				found: `The endpoint "${finding.id}" (${finding.endpoint}) is deprecated${finding.removal === null ? '' : `, to be removed in %${finding.removal}`}, and still called by ${finding.projects.join(', ')}.`,
				fix:
					finding.replacement === null
						? 'Tell them, and say in the registry what to use instead.'
						: `Tell them to use "${finding.replacement}" instead.`,
			};
	}
}

const extents: Record<Extract<CallFinding, { rule: 'consumer-not-read' }>['extent'], string> = {
	nothing: "we couldn't read its source, so we don't know what it calls",
	part: 'we could only read part of its source, so calls may be missing',
	older: "we couldn't read its newest commit, so its calls may have changed",
};

const again = 'Run npm run pull to read it again';
const commands: typeof extents = {
	nothing: `${again}.`,
	// What is left out of the whole source is left out by the next pull, too.
	part: `${again}, or say in its note what the rest calls.`,
	older: `${again}.`,
};

const sources: Record<SurfaceSource, string> = {
	page: 'The documentation',
	openapi: 'The OpenAPI description',
};

function describePlaces(places: readonly { file: string; line: number }[]): string {
	return formatList(places.map(({ file: name, line }) => `${name}:${String(line)}`));
}
