import { type Answer, json, notFound, withError } from '../answer.ts';
import { blobId, sha256 } from '../hash.ts';
import { findProjectPart } from '../lookup.ts';
import { partOf, type Question } from '../question.ts';
import { commitAt } from './repository.ts';

interface FileAtCommit {
	path: string;
	text: string;
	ref: string;
	commit: string;
}

/** The text as it is, whatever the kind of file. */
export function answerRawFile(question: Question): Answer {
	const file = findFile(question, question.params.text('ref') ?? 'HEAD');
	return {
		status: 200,
		headers: {
			'content-type': 'text/plain',
			'content-disposition': `inline; filename="${nameOf(file.path)}"`,
			...headersOf(file),
		},
		body: file.text,
	};
}

export function answerFile(question: Question): Answer {
	const ref = question.params.text('ref');
	if (ref === undefined) throw withError(400, 'ref is missing');
	const file = findFile(question, ref);
	return json(
		{
			file_name: nameOf(file.path),
			file_path: file.path,
			size: Buffer.byteLength(file.text),
			encoding: 'base64',
			content_sha256: sha256(file.text),
			ref,
			blob_id: blobId(file.text),
			commit_id: file.commit,
			last_commit_id: file.commit,
			execute_filemode: false,
			content: Buffer.from(file.text).toString('base64'),
		},
		200,
		headersOf(file),
	);
}

function findFile(question: Question, ref: string): FileAtCommit {
	const project = findProjectPart(question, 'repository');
	const commit = commitAt(project, ref);
	if (commit === undefined) throw notFound('Commit');
	const path = partOf(question, 'path');
	// Of a link, its target is the text.
	const text = project.files[path] ?? project.links?.[path];
	if (text === undefined) throw notFound('File');
	return { path, text, ref, commit };
}

function headersOf({ path, text, ref, commit }: FileAtCommit): Record<string, string> {
	return {
		'x-gitlab-blob-id': blobId(text),
		'x-gitlab-commit-id': commit,
		'x-gitlab-content-sha256': sha256(text),
		'x-gitlab-encoding': 'base64',
		'x-gitlab-execute-filemode': 'false',
		'x-gitlab-file-name': nameOf(path),
		'x-gitlab-file-path': path,
		'x-gitlab-last-commit-id': commit,
		'x-gitlab-ref': ref,
		'x-gitlab-size': String(Buffer.byteLength(text)),
	};
}

function nameOf(path: string): string {
	return path.split('/').at(-1) ?? path;
}
