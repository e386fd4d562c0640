import type { CallFinding } from '#core/findings/call-findings.ts';
import type { FindingBase } from '#core/findings/finding-base.ts';
import { describePlace } from '#core/inventory/place.ts';
import type { SurfaceFinding, SurfaceSource } from '#core/findings/surface-drift.ts';
import { formatCount, formatList } from './formats.ts';

const file = 'content/registry/api.yaml';

/** In whole sentences: where, what, and at the end what to do. */
export function describeApiFinding(finding: FindingBase & (SurfaceFinding | CallFinding)): string {
	switch (finding.rule) {
		case 'endpoint-not-declared':
			return (
				`${file} lacks the endpoint ${finding.endpoint}, which ${finding.project} documents in ${describePlaces(finding.places)}.\n` +
				'Add it to endpoints. If it is no endpoint, or not public, add it to surface.ignored with the reason.'
			);
		case 'endpoint-not-documented':
			return (
				`${file} has the endpoint "${finding.id}" (${finding.endpoint}), which is documented nowhere: none of ${formatList(finding.files)} has it.\n` +
				'Correct its method and path, or remove it if it is gone. If it stands in another page, add that page to surface.pages.'
			);
		case 'endpoints-not-in-source':
			return (
				`${sources[finding.source]} (${finding.files.join(', ')}) lacks ${formatList(finding.endpoints)}, which ${file} has and which ${finding.endpoints.length === 1 ? 'is' : 'are'} documented elsewhere.\n` +
				'Nothing is wrong with the registry. Complete the documentation if it should be there.'
			);
		case 'docs-anchor-gone':
			return (
				`${file} has ${finding.docs} as docs of the endpoint "${finding.id}", but ${finding.file} of ${finding.project} has no heading with that anchor.\n` +
				'Correct the anchor: the heading was renamed, or is gone.'
			);
		case 'page-without-endpoints':
			return (
				`${file} names the page ${finding.file} of ${finding.project}, but no endpoint was found there, so nobody can tell which endpoints are documented no more.\n` +
				'Run npm run pull if the page is new in the registry. Otherwise correct its path, or remove it from surface.pages.'
			);
		case 'consumer-calls-nothing':
		case 'call-unmapped':
		case 'consumer-not-read':
		case 'deprecated-endpoint-called':
			return describeCallFinding(finding);
	}
}

function describeCallFinding(finding: FindingBase & CallFinding): string {
	switch (finding.rule) {
		case 'consumer-calls-nothing':
			return (
				`${describePlace(finding.place)} declares the consumer ${finding.project}, but nothing in its source calls the API, as far as can be seen: ${formatCount(finding.files, 'file')} read.\n` +
				'Remove it if it calls the API no more. If it calls it in a way that is not looked for, say so in its note.'
			);
		case 'call-unmapped':
			return (
				`${describePlace(finding.place)} declares ${finding.project}, which calls ${finding.call} in ${finding.at}${finding.count > 1 ? ` and at ${formatCount(finding.count - 1, 'other place')}` : ''}: no endpoint of ${file} has it, so which one it calls cannot be told.\n` +
				`Add it to the endpoint that it calls in ${file}, or add that endpoint.`
			);
		case 'consumer-not-read':
			return (
				`${describePlace(finding.place)} declares ${finding.project}, of whose source ${extents[finding.extent]}. ${finding.why}` +
				(finding.why.includes('pull') ? '' : '\nRun npm run pull to read it again.')
			);
		case 'deprecated-endpoint-called':
			return (
				`${file} has the endpoint "${finding.id}" (${finding.endpoint}) as deprecated${finding.removal === null ? '' : `, to be removed in %${finding.removal}`}, and it is still called by ${finding.projects.join(', ')}.\n` +
				(finding.replacement === null
					? 'Tell them, and say in the registry what to use instead.'
					: `Tell them to use "${finding.replacement}" instead.`)
			);
	}
}

const extents: Record<Extract<CallFinding, { rule: 'consumer-not-read' }>['extent'], string> = {
	nothing: 'nothing was read, so what it calls is unknown',
	part: 'only a part was read, so calls may be missing',
	older: 'the newest commit was not read, so what it calls may have changed',
};

const sources: Record<SurfaceSource, string> = {
	page: 'The documentation',
	openapi: 'The OpenAPI description',
};

function describePlaces(places: readonly { file: string; line: number }[]): string {
	return formatList(places.map(({ file: name, line }) => `${name}:${String(line)}`));
}
