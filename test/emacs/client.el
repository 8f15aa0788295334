;;; client.el --- Emacs as a real client  -*- lexical-binding: t -*-

;; Opens a letter and asks for what a reviewer asks for, by the commands that a person uses. IMR_CLIENT names the client: eglot or
;; lsp-mode. Ends with `N passed, N failed'.

;;; Code:

(require 'cl-lib)
(require 'package)
(require 'flymake)
(require 'xref)
(package-initialize)

(defvar root (getenv "IMR_ROOT"))
(defvar client (intern (getenv "IMR_CLIENT")))
(defvar passed 0)
(defvar failed 0)

(defmacro test (title &rest body)
  "Run BODY and count it under TITLE as passed, or as failed if it signals an error."
  (declare (indent 1))
  `(condition-case problem
       (progn ,@body (cl-incf passed) (princ (format "ok   %s: %s\n" client ,title)))
     (error (cl-incf failed) (princ (format "FAIL %s: %s\n     %S\n" client ,title problem)))))

(defun wait-for (what look)
  "Return what LOOK returns as soon as it is not nil; signal an error that names WHAT after 20 seconds."
  (let ((deadline (+ (float-time) 20)) value)
    (while (not (setq value (funcall look)))
      (when (> (float-time) deadline) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.05))
    value))

(defun expect-equal (actual expected)
  "Signal an error unless ACTUAL equals EXPECTED."
  (unless (equal actual expected) (error "Expected %S, not %S" expected actual)))

(defun expect-part (part text)
  "Signal an error unless TEXT contains PART."
  (unless (and text (string-search part text)) (error "No %S in %S" part text)))

(defun go-to (words &optional inner)
  "Move to the first place of WORDS, or to INNER behind it."
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0))
  (when inner (search-forward inner) (goto-char (match-beginning 0))))

(defun connect ()
  "Start the client for the current buffer."
  (pcase client
    ('eglot
     (eglot-ensure)
     ;; Without a screen no command ends, after which it would connect.
     (run-hooks 'post-command-hook)
     (wait-for "a connection" #'eglot-current-server)
     (flymake-mode 1))
    ('lsp-mode
     (lsp-workspace-folders-add default-directory)
     (lsp)
     (wait-for "a connection" (lambda () (and (lsp-workspaces) (lsp-feature? "textDocument/hover")))))))

(defun messages ()
  "Return the messages of the problems in the buffer, each with its code where the client shows it."
  (pcase client
    ('eglot
     ;; Without a screen Emacs is never idle, which is when changes are sent.
     (eglot--signal-textDocument/didChange)
     (flymake-start)
     (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))
    ('lsp-mode
     (mapcar (lambda (each) (concat (lsp:diagnostic-code? each) ": " (lsp:diagnostic-message each)))
             (gethash (lsp--fix-path-casing buffer-file-name) (lsp-diagnostics))))))

(defun places ()
  "Return the start and end of each problem in the buffer."
  (pcase client
    ('eglot (mapcar (lambda (each) (cons (flymake-diagnostic-beg each) (flymake-diagnostic-end each))) (flymake-diagnostics)))
    ('lsp-mode (mapcar (lambda (each) (lsp--range-to-region (lsp:diagnostic-range each)))
                       (gethash (lsp--fix-path-casing buffer-file-name) (lsp-diagnostics))))))

(defun hover-text ()
  "Return what the client shows of the word at point."
  (pcase client
    ('eglot (let (text)
              (eglot-hover-eldoc-function (lambda (string &rest _) (setq text string)))
              (wait-for "the hover" (lambda () text))))
    ('lsp-mode (lsp-describe-thing-at-point)
               (with-current-buffer "*lsp-help*" (buffer-string)))))

(defun take-fix (title)
  "Apply the code action at point whose title begins with TITLE, as a person chooses it from the list."
  (let ((last-nonmenu-event ?a) ; A key, not the mouse.
        offered)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt choices &rest _)
                 (setq offered (all-completions "" choices))
                 (or (cl-find-if (lambda (each) (string-prefix-p title each)) offered)
                     (error "Offered: %S" offered)))))
      (pcase client
        ('eglot (call-interactively #'eglot-code-actions))
        ('lsp-mode (call-interactively #'lsp-execute-code-action))))))

(load (expand-file-name "docs/editors/emacs.el" root) nil t)
(setq imr-server-command (list "node" (expand-file-name "dist/server.js" root) "--stdio"))
(require client)
(find-file (expand-file-name "samples/2014-letter.imr.txt" root))

(test "the server attaches to a letter"
  (expect-equal major-mode 'imr-mode)
  (connect))

(test "diagnostics arrive"
  (wait-for "IMR301" (lambda () (cl-find-if (lambda (each) (string-search "does not say whether" each)) (messages)))))

(test "every diagnostic has a word that the cursor reaches, and actions there"
  (let ((places (places)))
    (unless places (error "No diagnostics"))
    (dolist (place places)
      (goto-char (car place))
      (unless (< (car place) (cdr place)) (error "An empty range at %d" (point)))
      (when (seq-empty-p (pcase client ('eglot (eglot-code-actions (point))) ('lsp-mode (lsp-code-actions-at-point))))
        (error "No actions at %d" (point))))))

(test "hover describes a drug and a citation"
  (go-to "Tramadol 50 mg #90: Upheld")
  (expect-part "Tramadol" (hover-text))
  (go-to "Page(s): 76-80" "76-80")
  (expect-part "printed with this topic in published letters" (hover-text)))

(test "references are found in the other letters of the folder"
  (go-to "Chronic Pain Treatment Guidelines")
  (let* ((backend (xref-find-backend))
         (found (xref-backend-references backend (xref-backend-identifier-at-point backend)))
         (files (mapcar (lambda (each) (file-name-nondirectory (xref-location-group (xref-item-location each)))) found)))
    (dolist (name '("2014-letter.imr.txt" "2015-letter.imr.txt"))
      (unless (member name files) (error "Not in %s: %S" name files)))))

(test "completion offers the outcomes behind an item"
  (go-to "Tramadol 50 mg #90: Upheld")
  (delete-region (point) (line-end-position))
  (insert "Tramadol 50 mg #90: ")
  (pcase-let* ((`(,start ,end ,table . ,_) (run-hook-with-args-until-success 'completion-at-point-functions))
               (labels (all-completions (buffer-substring-no-properties start end) table)))
    (expect-equal (sort (mapcar #'substring-no-properties labels) #'string<)
                  '("Overturned" "Upheld" "[Upheld | Overturned]")))
  (insert "Upheld"))

(test "a code action adds the conclusion, and its problem is gone"
  (let ((conclusion "The request for Tramadol 50 mg #90 is not medically necessary.")
        (has-problem (lambda () (cl-some (lambda (each) (string-search "does not say whether" each)) (messages)))))
    (wait-for "IMR301 again" has-problem)
    (go-to "further ninety tablets" "tablets")
    (take-fix "Add the conclusion")
    (expect-part conclusion (replace-regexp-in-string "[ \n]+" " " (buffer-string)))
    (wait-for "no IMR301" (lambda () (not (funcall has-problem))))))

(set-buffer-modified-p nil)
(princ (format "%d passed, %d failed\n" passed failed))
(kill-emacs (if (= failed 0) 0 1))
;;; client.el ends here
