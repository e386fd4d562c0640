import type { IncomingHttpHeaders } from 'node:http';
import { type Answer, notFound, withMessage } from '../answer.ts';
import { findProjectPart } from '../lookup.ts';
import type { Question } from '../question.ts';
import { tarGz } from '../tar.ts';
import type { WorldProject } from '../world.ts';
import { refuseMany } from './archive-limit.ts';
import { commitAt } from './repository.ts';

export function answerArchive(question: Question): Answer {
	const { params, headers } = question;
	const project = findProjectPart(question, 'repository');
	refuseMany(question, project);
	if (looksLikeOtherSite(headers)) throw withMessage(406, '406 Not Acceptable');
	const ref = params.text('sha') ?? project.defaultBranch ?? 'HEAD';
	const commit = commitAt(project, ref);
	if (commit === undefined) throw notFound('File');
	const folder = params.text('path')?.replace(/^\/|\/$/g, '') ?? '';
	const files = below(folder, project.files);
	const links = below(folder, project.links ?? {});
	if (Object.keys({ ...files, ...links }).length === 0) throw notFound('File');
	const name = [
		project.path.split('/').at(-1),
		ref.replaceAll('/', '-'),
		commit,
		folder.replaceAll('/', '-'),
	]
		.filter(Boolean)
		.join('-');
	return {
		status: 200,
		headers: {
			'content-type': 'application/octet-stream',
			'content-disposition': `attachment; filename="${name}.tar.gz"`,
			'content-transfer-encoding': 'binary',
		},
		body: tarGz(name, { files, links, stray: project.strayEntries ?? {} }, commit),
	};
}

function below(folder: string, texts: WorldProject['files']): Record<string, string> {
	return Object.fromEntries(
		Object.entries(texts).filter(([path]) => folder === '' || path.startsWith(`${folder}/`)),
	);
}

/**
 * Refused to what looks like a page on another site that loads it, as a script, a picture or a
 * style: Node's fetch by default.
 */
function looksLikeOtherSite(headers: IncomingHttpHeaders): boolean {
	const mode = headers['sec-fetch-mode'];
	const [accepted = ''] = (headers.accept ?? '').split(',');
	return (
		(typeof mode === 'string' && ['cors', 'no-cors', 'websocket'].includes(mode)) ||
		/^\s*(image|video|audio)\/|^\s*text\/css/.test(accepted)
	);
}
