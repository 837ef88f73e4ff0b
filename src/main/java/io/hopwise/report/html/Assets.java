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
          const byHand = () => {
            const area = document.createElement('textarea');
            area.value = text;
            document.body.append(area);
            area.select();
            if (document.execCommand('copy')) { done(); }
            area.remove();
          };
          if (navigator.clipboard && window.isSecureContext) {
            navigator.clipboard.writeText(text).then(done, byHand);
          } else {
            byHand();
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
      :root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1d2433;--soft:#5b6375;--line:#d9d5cb;--card:#fff;
      --fit:#0f6b66;--odd:#b42a25;--warn:#8a5a00;--mark:#fff1c9;
      --mono:ui-monospace,"SF Mono","DejaVu Sans Mono",Menlo,Consolas,monospace;
      --sans:"Inter","Noto Sans","Noto Sans JP","Hiragino Sans","Segoe UI",system-ui,sans-serif}
      @media (prefers-color-scheme:dark){:root{--paper:#14171d;--ink:#e8e6e0;--soft:#a3abb9;--line:#39404d;
      --card:#1b2028;--fit:#5fc6be;--odd:#ff8a80;--warn:#e3b341;--mark:#4a3c12}}
      *{box-sizing:border-box}
      html{font-size:16px;-webkit-text-size-adjust:100%}
      @media (min-width:2200px){html{font-size:22px}} @media (min-width:3200px){html{font-size:30px}}
      body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 var(--sans)}
      main{max-width:65rem;margin:0 auto;padding:1.75rem 1.25rem 3.75rem}
      header small,.soft{color:var(--soft)} small{font-size:.875rem;overflow-wrap:anywhere}
      h1{font-size:clamp(1.5rem,3.6vw,2.25rem);line-height:1.18;margin:.25em 0 .2em;letter-spacing:-.015em;
      text-wrap:balance;overflow-wrap:anywhere}
      em{font-style:normal;color:var(--odd)}
      h1.clean{color:var(--fit)} h1.cannot_judge{color:var(--warn)}
      .lead{font-size:clamp(1rem,2vw,1.2rem);color:var(--soft);margin:0 0 .9rem;max-width:46em;overflow-wrap:anywhere}
      .sum{margin:0 0 .15rem;overflow-wrap:anywhere} .sum:last-child{margin-bottom:1.1rem}
      .chips{display:flex;flex-wrap:wrap;gap:.5rem;margin:0 0 1rem;padding:0;list-style:none;font-size:.85rem}
      .chips li{border:1px solid var(--line);border-radius:99px;padding:.15rem .75rem;background:var(--card)}
      .chips .grade{border-color:var(--warn);color:var(--warn);font-weight:600}
      .tag{border:1px solid;border-radius:.4rem;padding:0 .45rem;font-size:.8rem;font-weight:600;color:var(--warn)}
      .tag.high{color:var(--odd)} .tag.info{color:var(--soft)}
      section{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1rem 1.25rem;margin:0 0 1.1rem}
      .scroll{overflow-x:auto} .scroll td{white-space:nowrap} .scroll td:last-child{white-space:normal;min-width:20em}
      :focus-visible{outline:3px solid var(--fit);outline-offset:2px}
      h2,h4{font-size:.95rem;margin:0 0 .6rem} h2 span,h4 span{color:var(--soft);font-weight:400}
      h3{font-size:1rem;font-weight:600;margin:0;overflow-wrap:anywhere;flex:1 1 9em}
      .list>details,.brief{border-top:1px solid var(--line);padding:.35rem 0}
      .list>details>summary,.brief{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem;cursor:pointer}
      .list>details>summary::before{content:"\\25b8";color:var(--soft)}
      .list>details[open]>summary::before{content:"\\25be"} summary::-webkit-details-marker{color:var(--soft)}
      .list details .lead{margin:.4rem 0 .8rem} .list section{padding:.8rem 1rem} .brief{cursor:auto}
      summary{cursor:pointer} a{color:inherit}
      .two{display:grid;grid-template-columns:1fr 1fr;gap:1.1rem;margin:0 0 1.1rem} .two section{margin:0}
      .two section:only-child{grid-column:1/-1}
      svg{display:block;width:100%;height:auto} svg.half{max-width:34rem;margin:0 auto} svg.narrow{display:none;max-width:30rem;margin:0 auto}
      svg.small{width:11rem;flex:none}
      @media (max-width:760px){.two{grid-template-columns:1fr} svg.wide{display:none} svg.narrow{display:block}
      main{padding:1rem .6rem 2rem} section{padding:.8rem .8rem}}
      svg text{font-family:var(--sans);fill:var(--ink);font-size:14px}
      svg .soft{fill:var(--soft)} svg .mono{font-family:var(--mono);font-size:13px} svg .b{font-weight:600}
      svg text.t,svg .arrow.t{fill:var(--fit)} svg text.f,svg .arrow.f{fill:var(--odd)} svg .tick{font-size:12px}
      .wire{stroke:var(--line);stroke-width:3} .rule{stroke:var(--line)} .life{stroke:var(--line);stroke-width:2}
      .life.f{stroke:var(--odd);stroke-dasharray:3 4}
      .router{fill:var(--card);stroke:var(--soft);stroke-width:2}
      .way{fill:none;stroke-width:2.5} .way.t{stroke:var(--fit)} .way.f{stroke:var(--odd);stroke-dasharray:7 5}
      .way.unseen{stroke:var(--soft);stroke-width:2;stroke-dasharray:2 5}
      .sender,.point{stroke-width:3} .sender{fill:var(--card)} .sender.t{stroke:var(--fit)} .sender.f{stroke:var(--odd)}
      .maybe{fill:var(--card);stroke:var(--odd);stroke-width:2;stroke-dasharray:2 4}
      .point.t{fill:var(--fit)} .point.f{fill:var(--odd)} .point.soft{fill:var(--soft)}
      .span{stroke-width:6;stroke-linecap:round;opacity:.35;stroke:var(--soft)} .span.t{stroke:var(--fit)} .span.f{stroke:var(--odd)}
      blockquote{margin:0 0 .6rem;padding:.75rem 1rem;border-left:3px solid var(--fit);background:var(--paper);
      border-radius:0 10px 10px 0;overflow-wrap:anywhere}
      button{font:inherit;font-size:.9rem;padding:.25rem .9rem;border:1px solid var(--soft);border-radius:8px;
      background:var(--paper);color:var(--ink);cursor:pointer}
      dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem;margin:0} dd{margin:0;grid-column:2}
      dt{color:var(--soft);grid-column:1} dd,ul li{overflow-wrap:anywhere} ul{margin:0;padding-left:1.25rem}
      code{font:.82rem var(--mono);background:var(--mark);padding:.05rem .35rem;border-radius:4px}
      table{border-collapse:collapse;width:100%;font-size:.85rem}
      th{font-weight:600;text-align:left;color:var(--soft)} td,th{padding:.3rem .6rem;border-bottom:1px solid var(--line);
      vertical-align:top} td.n{font-variant-numeric:tabular-nums} .mono{font-family:var(--mono);font-size:.8rem}
      td pre{margin:0;font:.78rem/1.5 var(--mono);white-space:pre-wrap;overflow-wrap:anywhere}
      td.n{white-space:nowrap} p{margin:.5rem 0 0}
      mark{background:var(--mark);color:inherit;border-radius:3px;padding:0 2px}
      tr.f td:first-child{box-shadow:inset 3px 0 var(--odd)} tr.t td:first-child{box-shadow:inset 3px 0 var(--fit)}
      tr:target{background:var(--mark)}
      footer{color:var(--soft);font-size:.85rem;margin-top:1.4rem;overflow-wrap:anywhere}
      @media (max-width:760px){td,th{padding:.3rem .4rem}}
      @media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--card:#fff;--fit:#0f6b66;--odd:#b42a25;
      --warn:#8a5a00;--mark:#fff1c9} html{font-size:11px} section,tr{break-inside:avoid} section.scroll{break-inside:auto;
      overflow:visible} button{display:none} main{padding:0;max-width:none} .scroll td{white-space:normal}
      svg.wide{display:block} svg.narrow{display:none} .two{grid-template-columns:1fr 1fr}}
      """;
}
