;; A buffer that was never saved, through the backend of Flymake. -*- lexical-binding: t -*-
(load (expand-file-name "emacs/caveat.el" (getenv "editors")) nil t t)
(with-current-buffer (find-file-noselect "changed.md")
  (insert-file-contents "page.md")
  (let ((done nil) (letters '((:error . "E") (:warning . "W") (:note . "I"))))
    (caveat-flymake (lambda (&rest told) (setq done told)))
    (with-timeout (20) (while (not done) (accept-process-output nil 0.05)))
    (let ((seen nil))
      (dolist (item (if (eq (car done) :panic) (error "%S" done) (car done)))
        (goto-char (flymake-diagnostic-beg item))
        (let ((eol (line-end-position)) (end (flymake-diagnostic-end item)))
          (push (concat (alist-get (flymake-diagnostic-type item) letters) " "
                        (buffer-substring-no-properties (point) eol) "|"
                        (if (<= end eol) (buffer-substring-no-properties (point) end) ""))
                seen)))
      (with-temp-file "seen"
        (set-buffer-file-coding-system 'utf-8-unix)
        (dolist (words (nreverse seen)) (insert words "\n"))))
    (set-buffer-modified-p nil)))
