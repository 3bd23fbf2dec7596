;; From error to error, with tabs of four columns. -*- lexical-binding: t -*-
(setq-default tab-width 4)
(load (expand-file-name "emacs/caveat.el" (getenv "editors")) nil t t)
(let ((seen nil)
      (report (caveat-check "page.md")))
  (while (process-live-p (get-buffer-process report)) (accept-process-output nil 0.05))
  (accept-process-output nil 0.1)
  (with-current-buffer report (goto-char (point-min)))
  (setq next-error-last-buffer report)
  (ignore-errors
    (while t
      (next-error)
      (with-current-buffer (find-file-noselect "page.md")
        (push (buffer-substring-no-properties (point) (line-end-position)) seen))))
  (with-temp-file "seen"
    (set-buffer-file-coding-system 'utf-8-unix)
    (dolist (words (nreverse seen)) (insert "? " words "\n"))))
