import ts from 'typescript';

/**
 * Folds the white space of `html`, `svg` and `css` templates for the page's build, and drops comments
 * of style sheets. A line break between two tags stays one space, as a browser would read it.
 */

const TAGS = new Set(['html', 'svg', 'css', 'constantCss']);

const foldCss = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/ !important/g, '!important');

// Between two tags a line break is layout of the source; beside an expression it may be a space.
const foldHtml = (text: string): string =>
  text.replace(/>\s*\n\s*</g, '><').replace(/\s*\n\s*/g, ' ');

/** Whether a node is a template of ours, or a constant that becomes a style sheet. */
function kindOf(node: ts.Node): 'css' | 'html' | undefined {
  const { parent } = node;
  if (ts.isTaggedTemplateExpression(parent)) {
    const tag = parent.tag.getText();
    return TAGS.has(tag) ? (tag === 'css' ? 'css' : 'html') : undefined;
  }
  const isSheet =
    (ts.isCallExpression(parent) && parent.expression.getText() === 'constantCss') ||
    (ts.isVariableDeclaration(parent) && /^(STYLES|fill|derivedFill)$/.test(parent.name.getText()));
  return isSheet ? 'css' : undefined;
}

export function fold(code: string): string {
  const file = ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest, true);
  const edits: { start: number; end: number; text: string }[] = [];
  const edit = (piece: ts.Node, kind: 'css' | 'html') => {
    const raw = piece.getText(file);
    edits.push({
      start: piece.getStart(file),
      end: piece.getEnd(),
      text: kind === 'css' ? foldCss(raw) : foldHtml(raw),
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) {
      const kind = kindOf(node);
      if (kind && ts.isNoSubstitutionTemplateLiteral(node)) edit(node, kind);
      if (kind && ts.isTemplateExpression(node)) {
        edit(node.head, kind);
        for (const span of node.templateSpans) edit(span.literal, kind);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, text: folded }) => text.slice(0, start) + folded + text.slice(end),
      code,
    );
}
