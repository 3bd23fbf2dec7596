;;; caveat.el --- Lint health content with caveat  -*- lexical-binding: t -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: tools, wp
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; M-x caveat-check lints the file of this buffer, or a folder, in a compilation buffer.
;; (add-hook 'markdown-mode-hook #'caveat-flymake-setup) lints buffers as they are edited.
;;
;; Emacs counts characters or screen columns, never bytes, so caveat is asked for code points.

;;; Code:

(require 'compile)
(require 'flymake)
(require 'subr-x)

(defgroup caveat nil
  "Lint health content."
  :group 'tools)

(defcustom caveat-program "caveat"
  "The program."
  :type 'string
  :risky t)

(defcustom caveat-arguments nil
  "More flags of `caveat check'."
  :type '(repeat string)
  :risky t)

(defconst caveat--line
  '("^\\(.+?\\):\\([0-9]+\\):\\([0-9]+\\): \\(?:error\\|\\(warning\\)\\|\\(note\\)\\): "
    1 2 3 (4 . 5))
  "A finding or a note, as in `compilation-error-regexp-alist'.")

(define-compilation-mode caveat-compilation-mode "Caveat"
  "A report of caveat."
  (setq-local compilation-error-regexp-alist (list caveat--line))
  (setq-local compilation-first-column 1)
  (setq-local compilation-error-screen-columns nil))

(defun caveat--command (&rest arguments)
  "The command line with ARGUMENTS."
  (append (list caveat-program "check" "--quiet" "--column-unit=code-point")
          caveat-arguments arguments))

;;;###autoload
(defun caveat-check (path)
  "Lint the file or folder PATH in a compilation buffer."
  (interactive (list (or buffer-file-name (read-file-name "Lint: "))))
  (let ((command (caveat--command "--excerpt=never" "--color=never" "--" (expand-file-name path))))
    (compilation-start (mapconcat #'shell-quote-argument command " ")
                       #'caveat-compilation-mode)))

(defun caveat--name ()
  "What to call this buffer; the ending tells its format."
  (cond (buffer-file-name)
        ((derived-mode-p 'html-mode 'sgml-mode) "buffer.html")
        (t "buffer.md")))

(defun caveat--position (line column)
  "The position of COLUMN, in characters, of LINE, both from 1."
  (save-restriction
    (widen)
    (save-excursion
      (goto-char (point-min))
      (forward-line (1- line))
      (min (+ (point) (1- column)) (line-end-position)))))

(defun caveat--diagnostic (found)
  "The diagnostic of Flymake for FOUND, an object of caveat's report."
  (let-alist found
    (flymake-make-diagnostic
     (current-buffer)
     (caveat--position .line .column)
     (caveat--position .endLine .endColumn)
     (pcase .severity ("error" :error) ("warning" :warning) (_ :note))
     (mapconcat #'identity
                (cons (format "%s [%s]" .message .rule)
                      (mapcar (lambda (note) (alist-get 'message note)) .notes))
                "\n"))))

(defun caveat--diagnostics (report name)
  "The diagnostics of REPORT that are about the file NAME."
  (let (all)
    (dolist (found (alist-get 'diagnostics report) (nreverse all))
      (when (equal (alist-get 'file found) name)
        (push (caveat--diagnostic found) all)))))

(defun caveat--read (buffer)
  "The report in BUFFER, or nil if there is none."
  (with-current-buffer buffer
    (goto-char (point-min))
    (ignore-errors (json-parse-buffer :object-type 'alist :array-type 'list))))

(defvar-local caveat--process nil
  "The check of this buffer that runs.")

(defun caveat--finish (process source name complaints report-fn)
  "Tell REPORT-FN what PROCESS found in SOURCE, called NAME, or its COMPLAINTS."
  (when (and (buffer-live-p source)
             (eq process (buffer-local-value 'caveat--process source)))
    (let ((report (caveat--read (process-buffer process))))
      (with-current-buffer source
        (if report
            (funcall report-fn (caveat--diagnostics report name))
          (funcall report-fn :panic :explanation
                   (with-current-buffer complaints (string-trim (buffer-string)))))))))

;;;###autoload
(defun caveat-flymake (report-fn &rest _)
  "A backend of Flymake: lint this buffer, unsaved as it is, and tell REPORT-FN."
  (when (process-live-p caveat--process)
    (kill-process caveat--process))
  (let* ((source (current-buffer))
         (name (caveat--name))
         (complaints (generate-new-buffer " *caveat-complaints*"))
         (pipe (make-pipe-process :name "caveat-complaints" :buffer complaints
                                  :noquery t :sentinel #'ignore)))
    (setq caveat--process
          (make-process
           :name "caveat" :noquery t :connection-type 'pipe :coding 'utf-8-unix
           :buffer (generate-new-buffer " *caveat*") :stderr pipe
           :command (caveat--command "--format=json" (concat "--stdin-filename=" name) "-")
           :sentinel
           (lambda (process _event)
             (unless (process-live-p process)
               (while (accept-process-output pipe 0.01))
               (unwind-protect (caveat--finish process source name complaints report-fn)
                 (delete-process pipe)
                 (kill-buffer complaints)
                 (kill-buffer (process-buffer process)))))))
    (save-restriction
      (widen)
      (process-send-region caveat--process (point-min) (point-max)))
    (process-send-eof caveat--process)))

;;;###autoload
(defun caveat-flymake-setup ()
  "Lint this buffer with Flymake as it is edited."
  (add-hook 'flymake-diagnostic-functions #'caveat-flymake nil t)
  (flymake-mode))

(provide 'caveat)
;;; caveat.el ends here
