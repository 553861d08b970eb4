import path from 'node:path';

import ts from 'typescript';

/** A place where a relation's words are read apart from its sentence: "file: text". */
export type LooseTelling = `${string}: ${string}`;

/**
 * Finds, by their types, the places that could tell a relation without saying how it stands: a relation's `label` or `inverse` (of
 * whatever has a `subject` and an `object` as well), a sentence's `verb` without its `marks`, and a type's label fetched by its name.
 *
 * @param files Paths of the files to look into, from the project's root.
 */
export function findLooseTellings(files: readonly string[], root: string): readonly LooseTelling[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(root, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      },
    },
  );
  const program = ts.createProgram(
    files.map((file) => path.join(root, file)),
    { ...config?.options, noEmit: true, incremental: false },
  );
  const checker = program.getTypeChecker();
  return files.flatMap((file) => {
    const source = program.getSourceFile(path.join(root, file));
    if (!source) throw new Error(`${file} is not there.`);
    return [...walk(source)]
      .filter((node) => isLoose(node, checker))
      .map((node): LooseTelling => `${file}: ${node.getText(source)}`);
  });
}

function* walk(node: ts.Node): Generator<ts.Node> {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  yield node;
  for (const child of children) yield* walk(child);
}

function isLoose(node: ts.Node, checker: ts.TypeChecker): boolean {
  if (ts.isCallExpression(node)) {
    return ts.isIdentifier(node.expression) && node.expression.text === 'typeLabel';
  }
  const read = readProperty(node);
  const partners = new Map([
    ['label', ['subject', 'object']],
    ['inverse', ['subject', 'object']],
    ['verb', ['marks', 'other']],
  ]).get(read?.name ?? '');
  if (!read || !partners) return false;
  const type = checker.getNonNullableType(checker.getTypeAtLocation(read.from));
  return partners.every((partner) => type.getProperty(partner) !== undefined);
}

interface Read {
  readonly name: string;
  readonly from: ts.Node;
}

/** Which property a node reads, and of what: `a.name`, `a['name']` or `{ name } = a`. */
function readProperty(node: ts.Node): Read | undefined {
  if (ts.isPropertyAccessExpression(node)) return { name: node.name.text, from: node.expression };
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) {
    return { name: node.argumentExpression.text, from: node.expression };
  }
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    return { name: (node.propertyName ?? node.name).getText(), from: node.parent };
  }
  return undefined;
}
