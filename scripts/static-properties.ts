import ts from 'typescript';

/**
 * Writes Lit's decorators as `static properties` and getters, for the page's build: the same class
 * with half a kilobyte less around it. The sources keep the decorators, which read better and stand
 * where the field stands.
 */

type Edit = { start: number; end: number; text: string };

const decoratorOf = (member: ts.ClassElement, name: string): ts.CallExpression | undefined => {
  if (!ts.isPropertyDeclaration(member)) return undefined;
  for (const { expression } of ts.getDecorators(member) ?? []) {
    if (ts.isCallExpression(expression) && expression.expression.getText() === name)
      return expression;
  }
  return undefined;
};

/** The options of one reactive property, or undefined where a member is none. */
function optionsOf(member: ts.ClassElement): string | undefined {
  const property = decoratorOf(member, 'property');
  if (property) return property.arguments[0]?.getText() ?? '{}';
  return decoratorOf(member, 'state') ? '{ state: true }' : undefined;
}

function editsOf(node: ts.ClassDeclaration): Edit[] {
  const edits: Edit[] = [];
  const properties: string[] = [];
  for (const member of node.members) {
    const name = member.name?.getText() ?? '';
    const options = optionsOf(member);
    const query = decoratorOf(member, 'query');
    if (options !== undefined) {
      properties.push(`${name}: ${options}`);
      for (const decorator of ts.getDecorators(member as ts.PropertyDeclaration) ?? []) {
        edits.push({ start: decorator.getStart(), end: decorator.getEnd(), text: '' });
      }
    } else if (query) {
      const selector = query.arguments[0]?.getText() ?? '';
      const text = `get ${name}(): any { return this.renderRoot.querySelector(${selector}); }`;
      edits.push({ start: member.getStart(), end: member.getEnd(), text });
    }
  }
  const [first] = node.members;
  if (first && properties.length) {
    const start = first.getFullStart();
    edits.push({ start, end: start, text: `static properties = { ${properties.join(', ')} };` });
  }
  return edits;
}

export function staticProperties(code: string): string {
  const file = ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest, true);
  const edits: Edit[] = [];
  ts.forEachChild(file, (node) => {
    if (ts.isClassDeclaration(node)) edits.push(...editsOf(node));
    const isImport =
      ts.isImportDeclaration(node) && /lit\/decorators/.test(node.moduleSpecifier.getText());
    if (isImport) edits.push({ start: node.getStart(), end: node.getEnd(), text: '' });
  });
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
      code,
    );
}
