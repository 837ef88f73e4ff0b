package io.hopwise.report.html;

/** The document's style sheet and its only script; the document is complete without scripts. */
final class Assets {
  private Assets() {}

  /** Shows the copy buttons and makes them work. */
  static final String SCRIPT =
      """
      for (const b of document.querySelectorAll('[data-copy]')) {
        b.hidden = false;
        b.onclick = () => {
          const text = document.getElementById(b.dataset.copy).textContent;
          const done = () => { b.textContent = 'Copied'; };
          if (navigator.clipboard && window.isSecureContext) {
            navigator.clipboard.writeText(text).then(done);
          } else {
            const area = document.createElement('textarea');
            area.value = text;
            document.body.append(area);
            area.select();
            if (document.execCommand('copy')) { done(); }
            area.remove();
          }
        };
      }
      """;

  /**
   * Colour has two meanings, fits and differs. Each also has its own shape, for readers who do not
   * see colours.
   */
  static final String STYLE =
      """
      :root{--paper:#fbfaf7;--ink:#1d2433;--soft:#5b6375;--line:#d9d5cb;--card:#fff;--fit:#0f6b66;--odd:#b42a25;
      --warn:#8a5a00;--mark:#fff1c9;--mono:ui-monospace,"SF Mono","DejaVu Sans Mono",Menlo,Consolas,monospace;
      --sans:"Inter","Noto Sans","Noto Sans JP","Hiragino Sans","Segoe UI",system-ui,sans-serif}
      @media (prefers-color-scheme:dark){:root{--paper:#14171d;--ink:#e8e6e0;--soft:#a3abb9;--line:#39404d;
      --card:#1b2028;--fit:#5fc6be;--odd:#ff8a80;--warn:#e3b341;--mark:#4a3c12}}
      *{box-sizing:border-box}
      body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 var(--sans)}
      main{max-width:1040px;margin:0 auto;padding:28px 20px 60px}
      header small,.soft{color:var(--soft)}
      h1{font-size:clamp(22px,3.4vw,34px);line-height:1.2;margin:.25em 0 .2em;text-wrap:balance;overflow-wrap:anywhere}
      h1.clean{color:var(--fit)} h1.cannot_judge{color:var(--warn)}
      .lead{font-size:clamp(15px,1.8vw,19px);color:var(--soft);margin:0 0 16px;max-width:48em;overflow-wrap:anywhere}
      .sum{margin:0 0 4px;overflow-wrap:anywhere}.sum+ul{margin-top:14px}
      .chips{display:flex;flex-wrap:wrap;gap:8px;margin:0 0 20px;padding:0;list-style:none;font-size:13.5px}
      .chips li{border:1px solid var(--line);border-radius:999px;padding:3px 12px;background:var(--card)}
      .chips .grade,.tag{border-color:var(--warn);color:var(--warn);font-weight:600}
      .tag{border:1px solid;border-radius:6px;padding:0 7px;font-size:13px}.tag.high{color:var(--odd)}
      .tag.info{color:var(--soft)}
      section{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:16px 20px;margin:0 0 18px;
      overflow-x:auto}
      article{margin:0 0 36px;scroll-margin-top:12px}
      h2{font-size:15px;margin:0 0 10px} h2 span{color:var(--soft);font-weight:400}
      h2.big{font-size:21px;line-height:1.3;margin:18px 0 6px;overflow-wrap:anywhere}
      a{color:inherit} ol.all{margin:0;padding-left:24px} ol.all li{margin:0 0 6px;overflow-wrap:anywhere}
      svg{display:block;width:100%;min-width:640px;height:auto}
      svg text{font-family:var(--sans);fill:var(--ink);font-size:14px}
      svg .soft{fill:var(--soft)} svg .mono{font-family:var(--mono);font-size:13px} svg .b{font-weight:600}
      svg text.t,svg .arrow.t{fill:var(--fit)} svg text.f,svg .arrow.f{fill:var(--odd)}
      .wire{stroke:var(--line);stroke-width:3} .rule{stroke:var(--line)}
      .router{fill:var(--card);stroke:var(--soft);stroke-width:2}
      .way{fill:none;stroke-width:2.5} .way.t{stroke:var(--fit)} .way.f{stroke:var(--odd);stroke-dasharray:7 5}
      .sender,.point{stroke-width:2.5} .sender{fill:var(--card)} .sender.t{stroke:var(--fit)} .sender.f{stroke:var(--odd)}
      .point.t{fill:var(--fit)} .point.f{fill:var(--odd)}
      blockquote{margin:0 0 10px;padding:12px 16px;border-left:3px solid var(--fit);background:var(--paper);
      overflow-wrap:anywhere}
      button{font:inherit;font-size:14px;padding:4px 14px;border:1px solid var(--line);border-radius:8px;
      background:var(--paper);color:var(--ink);cursor:pointer}
      ul{margin:0;padding-left:20px} li{overflow-wrap:anywhere}
      table{border-collapse:collapse;width:100%;font-size:13.5px}
      th{font-weight:600;text-align:left;color:var(--soft)} td,th{padding:5px 10px;border-bottom:1px solid var(--line);
      vertical-align:top} td.n{color:var(--soft);font-variant-numeric:tabular-nums} .mono{font-family:var(--mono)}
      td pre{margin:0;font:12.5px/1.5 var(--mono);white-space:pre-wrap;overflow-wrap:anywhere}
      mark{background:var(--mark);color:inherit;border-radius:3px;padding:0 2px}
      tr.f td:first-child{box-shadow:inset 3px 0 var(--odd)} tr.t td:first-child{box-shadow:inset 3px 0 var(--fit)}
      footer{color:var(--soft);font-size:13px;margin-top:22px}
      @media print{body{background:#fff}section{break-inside:avoid}button{display:none}svg{min-width:0}}
      """;
}
